package org.torg.kernel.notification;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.torg.api.Argument;

/**
 * Puts one letter into words. A body is paragraphs with an empty line between them; one that begins with {@code →} is the
 * label of the letter's link and is left out where it has none; one that begins with {@code [3]} stands only when argument 3
 * is not empty, with {@code [!3]} only when it is.
 */
final class MailForm {

    /** One part of a mail, in plain words. */
    sealed interface Part {
        record Paragraph(String text) implements Part {}

        record Button(String label) implements Part {}
    }

    private static final Pattern CONDITION = Pattern.compile("\\[(!?)([0-9])] *");
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern PARAGRAPHS = Pattern.compile("\\n{2,}");
    private static final String BUTTON = "→";
    private static final int SUBJECT = 200;

    private final MailTexts texts;
    private final String template;
    private final String language;
    private final List<Argument> given;
    private final Object[] words;

    MailForm(MailTexts texts, String template, String language, List<Argument> arguments) {
        this.texts = texts;
        this.template = template;
        this.language = language;
        this.given = arguments;
        MailWords reader = new MailWords(Locale.forLanguageTag(language));
        words = new Object[arguments.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = coded(i, arguments.get(i)).orElse(reader.write(arguments.get(i)));
        }
    }

    private Optional<String> coded(int place, Argument argument) {
        return argument instanceof Argument.Text text
                        && CODE.matcher(text.value()).matches()
                ? texts.patterns("mail." + template + "." + place + "." + text.value(), language).stream()
                        .findFirst()
                : Optional.empty();
    }

    /** On one line. */
    String subject() {
        String subject = MailWords.oneLine(fill(MailTexts.subject(template), words));
        return subject.length() <= SUBJECT ? subject : subject.substring(0, SUBJECT - 1) + "…";
    }

    String greeting() {
        return words.length == 0 || words[0].toString().isEmpty() ? layout("hello") : layout("greeting", words[0]);
    }

    /** The body; with a button whenever there is a link. */
    List<Part> body(boolean link) {
        List<Part> parts = new ArrayList<>();
        for (String paragraph : PARAGRAPHS.split(pattern(MailTexts.body(template)), -1)) {
            String text = paragraph.strip();
            Matcher condition = CONDITION.matcher(text);
            if (condition.lookingAt()) {
                if (isGiven(Integer.parseInt(condition.group(2)))
                        == condition.group(1).equals("!")) {
                    continue;
                }
                text = text.substring(condition.end());
            }
            if (!text.startsWith(BUTTON)) {
                parts.add(new Part.Paragraph(filled(text, words).orElse(text)));
            } else if (link) {
                String label = text.substring(BUTTON.length()).strip();
                parts.add(new Part.Button(filled(label, words).orElse(label)));
            }
        }
        if (link && parts.stream().noneMatch(Part.Button.class::isInstance)) {
            parts.add(new Part.Button(layout("open")));
        }
        return parts;
    }

    String layout(String name, Object... arguments) {
        return fill("mail.layout." + name, arguments);
    }

    private boolean isGiven(int place) {
        return place < given.size()
                && !(given.get(place) instanceof Argument.Text text
                        && text.value().isBlank());
    }

    private String fill(String key, Object[] arguments) {
        return filled(pattern(key), arguments).orElse("");
    }

    /** The first pattern that is well-formed: a vendor's slip must not keep a mail back. */
    private String pattern(String key) {
        return texts.patterns(key, language).stream()
                .filter(pattern -> filled(pattern, words).isPresent())
                .findFirst()
                .orElse("");
    }

    private Optional<String> filled(String pattern, Object[] arguments) {
        try {
            return Optional.of(new MessageFormat(pattern, Locale.forLanguageTag(language)).format(arguments));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
