package org.torg.kernel.upload.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Pattern;

/**
 * OBJ: statements, one a line. Comments and the names of objects, groups, materials and of other files are blanked; of the
 * statements of curved surfaces, which no scanner writes, none is known here.
 */
final class ObjFormat implements FileFormat {

    private static final int LINE = 16 * 1024;
    private static final int MANY = 2000;
    private static final Pattern CORNER = Pattern.compile("-?[0-9]{1,10}(/(-?[0-9]{1,10})?(/(-?[0-9]{1,10})?)?)?");
    private static final Pattern SMOOTHING = Pattern.compile("off|[0-9]{1,10}");

    @Override
    public void copy(Bytes in, OutputStream out) throws IOException, WrongContent {
        boolean corners = false;
        boolean faces = false;
        while (!in.isAtEnd()) {
            byte[] bytes = in.line(LINE);
            int comment = indexOf(bytes, (byte) '#');
            if (comment >= 0) {
                bytes = new TextLine(bytes).blankedFrom(comment + 1);
            }
            TextLine line = new TextLine(bytes);
            String statement = line.word(0);
            corners |= statement.equals("v");
            faces |= statement.equals("f");
            out.write(kept(line, comment));
        }
        if (!corners || !faces) {
            throw WrongContent.mismatch("no mesh");
        }
    }

    private static byte[] kept(TextLine line, int comment) throws WrongContent {
        String statement = line.word(0);
        if (line.isBlank() || statement.equals("#")) {
            return line.bytes();
        }
        return switch (statement) {
            case "o", "g", "mtllib", "usemtl" -> line.emptyComment();
            default -> {
                // A comment after a statement is a word more, of which the sign is left.
                int extra = comment >= 0 ? 1 : 0;
                if (!isRight(line, statement, extra)) {
                    throw WrongContent.mismatch("not a statement");
                }
                yield line.bytes();
            }
        };
    }

    private static boolean isRight(TextLine line, String statement, int extra) {
        TextLine plain = extra == 0 ? line : new TextLine(withoutComment(line));
        return switch (statement) {
            // Place and weight, or place and colour.
            case "v" -> plain.hasNumbers(1, 3, 7);
            case "vt" -> plain.hasNumbers(1, 1, 3);
            case "vn" -> plain.hasNumbers(1, 3, 3);
            case "vp" -> plain.hasNumbers(1, 1, 3);
            case "f" -> areCorners(plain, 3);
            case "l" -> areCorners(plain, 2);
            case "p" -> areCorners(plain, 1);
            case "s" -> plain.length() == 2 && SMOOTHING.matcher(plain.word(1)).matches();
            default -> false;
        };
    }

    private static byte[] withoutComment(TextLine line) {
        return line.blankedFrom(indexOf(line.bytes(), (byte) '#'));
    }

    private static boolean areCorners(TextLine line, int least) {
        if (line.length() < least + 1 || line.length() > MANY) {
            return false;
        }
        for (int i = 1; i < line.length(); i++) {
            if (!CORNER.matcher(line.word(i)).matches()) {
                return false;
            }
        }
        return true;
    }

    private static int indexOf(byte[] bytes, byte wanted) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
