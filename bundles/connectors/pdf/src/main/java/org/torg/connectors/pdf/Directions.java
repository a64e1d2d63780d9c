package org.torg.connectors.pdf;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.text.BreakIterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Text of mixed directions by the Unicode bidirectional algorithm of the JDK. Arabic letters keep their isolated forms: to join them
 * takes a library of ten megabytes.
 */
final class Directions implements BidiSplitter {

    private @Nullable Bidi paragraph;

    @Override
    public void setParagraph(String text, byte direction) {
        paragraph = new Bidi(text, direction == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
    }

    @Override
    public int countTextRuns() {
        return known().getRunCount();
    }

    @Override
    public BidiTextRun getVisualRun(int index) {
        Bidi bidi = known();
        int[] visual = order(bidi);
        int run = visual[index];
        return new BidiTextRun(
                bidi.getRunStart(run),
                bidi.getRunLimit(run) - bidi.getRunStart(run),
                bidi.getRunLevel(run) % 2 == 0 ? LTR : RTL);
    }

    @Override
    public byte getBaseDirection(String text) {
        return text.codePoints()
                .mapToObj(Character::getDirectionality)
                .filter(direction -> direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT || isRightToLeft(direction))
                .findFirst()
                .map(direction -> isRightToLeft(direction) ? RTL : LTR)
                .orElse(NEUTRAL);
    }

    private static boolean isRightToLeft(byte direction) {
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static int[] order(Bidi bidi) {
        int runs = bidi.getRunCount();
        byte[] levels = new byte[runs];
        Integer[] visual = new Integer[runs];
        for (int i = 0; i < runs; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            visual[i] = i;
        }
        Bidi.reorderVisually(levels, 0, visual, 0, runs);
        int[] order = new int[runs];
        for (int i = 0; i < runs; i++) {
            order[i] = visual[i];
        }
        return order;
    }

    private Bidi known() {
        if (paragraph == null) {
            throw new IllegalStateException("no paragraph");
        }
        return paragraph;
    }

    /** Turns what is read from the right around, so that it can be drawn from the left. */
    static final class Reversed implements BidiReorderer {

        private static final String MIRRORED = "()[]{}<>«»";

        @Override
        public String reorderRTLTextToLTR(String text) {
            BreakIterator signs = BreakIterator.getCharacterInstance(Locale.ROOT);
            signs.setText(text);
            StringBuilder turned = new StringBuilder(text.length());
            int end = signs.last();
            for (int start = signs.previous(); start != BreakIterator.DONE; end = start, start = signs.previous()) {
                turned.append(mirrored(text.substring(start, end)));
            }
            return turned.toString();
        }

        private static String mirrored(String sign) {
            int at = sign.length() == 1 ? MIRRORED.indexOf(sign) : -1;
            return at < 0 ? sign : MIRRORED.substring(at ^ 1, (at ^ 1) + 1);
        }

        @Override
        public String shapeText(String text) {
            return text;
        }

        @Override
        public String deshapeText(String text) {
            return text;
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    }
}
