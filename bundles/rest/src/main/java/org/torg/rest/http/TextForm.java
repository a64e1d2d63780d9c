package org.torg.rest.http;

/** Which characters a text from outside may hold: what can be stored, printed and sent on. */
final class TextForm {

    private TextForm() {}

    /** No control characters, no halves of surrogate pairs, no noncharacters; line breaks and tabs only where allowed. */
    static boolean isClean(String text, boolean severalLines) {
        return text.codePoints().allMatch(point -> isAllowed(point, severalLines));
    }

    private static boolean isAllowed(int point, boolean severalLines) {
        if (point == '\n' || point == '\r' || point == '\t') {
            return severalLines;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE -> false;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> severalLines;
            default -> (point & 0xfffe) != 0xfffe && !(point >= 0xfdd0 && point <= 0xfdef);
        };
    }
}
