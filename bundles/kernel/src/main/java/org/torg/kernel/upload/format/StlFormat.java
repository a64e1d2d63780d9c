package org.torg.kernel.upload.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * STL. The binary form has a header of 80 bytes, in which scanners write the patient's name, the number of triangles, and 50 bytes
 * for each: nothing may follow. The ASCII form has a name after {@code solid} and {@code endsolid}. Both are blanked.
 */
final class StlFormat implements FileFormat {

    private static final int HEADER = 80;
    private static final int COUNT = 4;
    private static final int TRIANGLE = 50;
    private static final int NORMAL = 12;
    private static final int CORNERS = 36;
    private static final int LINE = 1024;
    private static final int TRIANGLES_AT_ONCE = 1000;
    private static final Pattern NO_NUMBER = Pattern.compile("[-+]?(?i:nan|inf)(\\((?i:ind|snan)\\))?");

    @Override
    public void copy(Bytes in, OutputStream out) throws IOException, WrongContent {
        byte[] start = in.peek(HEADER + COUNT);
        // The highest byte of the count is 0 in every binary file of less than 800 MB, and no text has such a byte.
        if (start.length == HEADER + COUNT && start[HEADER + COUNT - 1] == 0) {
            copyBinary(in, out);
        } else {
            copyText(in, out);
        }
    }

    private static void copyBinary(Bytes in, OutputStream out) throws IOException, WrongContent {
        byte[] header = in.take(HEADER);
        Arrays.fill(header, (byte) ' ');
        out.write(header);
        byte[] count = in.take(COUNT);
        out.write(count);
        int left = Bytes.little(count, 0, COUNT);
        if (left == 0) {
            throw WrongContent.mismatch("no triangle");
        }
        while (left > 0) {
            int now = Math.min(left, TRIANGLES_AT_ONCE);
            byte[] triangles = in.take(now * TRIANGLE);
            for (int i = 0; i < now; i++) {
                requireCorners(triangles, i * TRIANGLE + NORMAL);
            }
            out.write(triangles);
            left -= now;
        }
        in.requireEnd();
    }

    /** A corner is somewhere: what is no mesh rarely passes for one. */
    private static void requireCorners(byte[] triangles, int offset) throws WrongContent {
        for (int i = offset; i < offset + CORNERS; i += Float.BYTES) {
            if (!Float.isFinite(Float.intBitsToFloat(Bytes.little(triangles, i, Float.BYTES)))) {
                throw WrongContent.mismatch("a corner that is nowhere");
            }
        }
    }

    /** What may come next. */
    private enum Expected {
        SOLID,
        FACET,
        LOOP,
        CORNER_1,
        CORNER_2,
        CORNER_3,
        LOOP_END,
        FACET_END
    }

    private static void copyText(Bytes in, OutputStream out) throws IOException, WrongContent {
        Expected expected = Expected.SOLID;
        boolean any = false;
        while (!in.isAtEnd()) {
            TextLine line = new TextLine(in.line(LINE));
            if (line.isBlank()) {
                out.write(line.bytes());
                continue;
            }
            String first = line.word(0);
            boolean names = first.equals("solid") || first.equals("endsolid");
            expected = after(expected, line);
            any |= expected == Expected.LOOP;
            out.write(names ? line.blankedAfter(1) : line.bytes());
        }
        if (expected != Expected.SOLID || !any) {
            throw WrongContent.mismatch("ends too early");
        }
    }

    private static Expected after(Expected expected, TextLine line) throws WrongContent {
        String first = line.word(0);
        boolean right =
                switch (expected) {
                    case SOLID -> first.equals("solid");
                    case FACET -> first.equals("endsolid") || isFacet(line);
                    case LOOP -> first.equals("outer") && line.word(1).equals("loop") && line.length() == 2;
                    case CORNER_1, CORNER_2, CORNER_3 -> first.equals("vertex") && line.hasNumbers(1, 3, 3);
                    case LOOP_END -> first.equals("endloop") && line.length() == 1;
                    case FACET_END -> first.equals("endfacet") && line.length() == 1;
                };
        if (!right) {
            throw WrongContent.mismatch("not " + expected.name().toLowerCase(Locale.ROOT));
        }
        return switch (expected) {
            case SOLID, FACET_END -> Expected.FACET;
            case FACET -> first.equals("endsolid") ? Expected.SOLID : Expected.LOOP;
            case LOOP -> Expected.CORNER_1;
            case CORNER_1 -> Expected.CORNER_2;
            case CORNER_2 -> Expected.CORNER_3;
            case CORNER_3 -> Expected.LOOP_END;
            case LOOP_END -> Expected.FACET_END;
        };
    }

    /** The normal of a triangle without area is none. */
    private static boolean isFacet(TextLine line) {
        if (!line.word(0).equals("facet") || !line.word(1).equals("normal") || line.length() != 5) {
            return false;
        }
        for (int i = 2; i < 5; i++) {
            if (!TextLine.isNumber(line.word(i))
                    && !NO_NUMBER.matcher(line.word(i)).matches()) {
                return false;
            }
        }
        return true;
    }
}
