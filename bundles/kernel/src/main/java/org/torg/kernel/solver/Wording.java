package org.torg.kernel.solver;

import java.util.Optional;
import java.util.regex.Pattern;
import org.torg.api.configurator.Question;

/** Whether a text is written as a question asks for it. */
final class Wording {

    /** Looks at characters of one text, at most: a pattern may be such that one text takes for ever. */
    private static final int MOST_LOOKS = 200_000;

    private Wording() {}

    static boolean fits(Question.Text question, String text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            boolean breaks = one == '\n' || one == '\r';
            if (breaks ? !question.lines() : Character.isISOControl(one) && one != '\t') {
                return false;
            }
        }
        Optional<String> pattern = question.pattern();
        if (pattern.isEmpty()) {
            return true;
        }
        try {
            return Pattern.compile(pattern.get()).matcher(new Looked(text)).matches();
        } catch (TooLong | StackOverflowError e) {
            return false;
        }
    }

    private static final class TooLong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLong() {
            super("", null, false, false);
        }
    }

    /** A text that may be looked at so often and no more. */
    private static final class Looked implements CharSequence {

        private final CharSequence text;
        private int looks;

        Looked(CharSequence text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks++;
            if (looks > MOST_LOOKS) {
                throw new TooLong();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
