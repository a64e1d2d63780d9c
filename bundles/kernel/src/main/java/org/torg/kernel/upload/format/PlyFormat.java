package org.torg.kernel.upload.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * PLY: a header that says which elements of which properties follow, and these. Comments of the header are blanked; after the last
 * element nothing may follow.
 */
final class PlyFormat implements FileFormat {

    private static final int LINE = 4096;
    private static final int HEADER_LINES = 1000;
    private static final int ELEMENTS = 20;
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,10}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9_.-]{1,40}");
    private static final Map<String, Integer> SIZES = Map.ofEntries(
            Map.entry("char", 1),
            Map.entry("int8", 1),
            Map.entry("uchar", 1),
            Map.entry("uint8", 1),
            Map.entry("short", 2),
            Map.entry("int16", 2),
            Map.entry("ushort", 2),
            Map.entry("uint16", 2),
            Map.entry("int", 4),
            Map.entry("int32", 4),
            Map.entry("uint", 4),
            Map.entry("uint32", 4),
            Map.entry("float", 4),
            Map.entry("float32", 4),
            Map.entry("double", 8),
            Map.entry("float64", 8));

    /** @param counted bytes of the number of items that comes first, if it is a list */
    private record Property(Optional<Integer> counted, int size) {}

    private record Element(String name, long count, List<Property> properties) {

        boolean isFlat() {
            return properties.stream().allMatch(property -> property.counted().isEmpty());
        }

        long size() {
            return properties.stream().mapToLong(Property::size).sum();
        }
    }

    private enum Encoding {
        ASCII,
        BINARY_LITTLE_ENDIAN,
        BINARY_BIG_ENDIAN
    }

    @Override
    public void copy(Bytes in, OutputStream out) throws IOException, WrongContent {
        List<Element> elements = new ArrayList<>();
        Encoding encoding = copyHeader(in, out, elements);
        if (elements.stream().noneMatch(element -> element.name().equals("vertex") && element.count() > 0)) {
            throw WrongContent.mismatch("no vertex");
        }
        for (Element element : elements) {
            if (encoding == Encoding.ASCII) {
                copyText(in, out, element);
            } else {
                copyBinary(in, out, element, encoding == Encoding.BINARY_BIG_ENDIAN);
            }
        }
        while (encoding == Encoding.ASCII && !in.isAtEnd()) {
            TextLine rest = new TextLine(in.line(LINE));
            if (!rest.isBlank()) {
                throw WrongContent.mismatch("goes on after its end");
            }
            out.write(rest.bytes());
        }
        in.requireEnd();
    }

    private static Encoding copyHeader(Bytes in, OutputStream out, List<Element> elements)
            throws IOException, WrongContent {
        TextLine magic = new TextLine(in.line(LINE));
        TextLine format = new TextLine(in.line(LINE));
        if (!magic.word(0).equals("ply")
                || magic.length() != 1
                || !format.word(0).equals("format")) {
            throw WrongContent.mismatch("no header");
        }
        Encoding encoding =
                switch (format.word(1)) {
                    case "ascii" -> Encoding.ASCII;
                    case "binary_little_endian" -> Encoding.BINARY_LITTLE_ENDIAN;
                    case "binary_big_endian" -> Encoding.BINARY_BIG_ENDIAN;
                    default -> throw WrongContent.mismatch("no such encoding");
                };
        out.write(magic.bytes());
        out.write(format.length() == 3 && TextLine.isNumber(format.word(2)) ? format.bytes() : format.blankedAfter(2));
        for (int i = 0; i < HEADER_LINES; i++) {
            TextLine line = new TextLine(in.line(LINE));
            switch (line.word(0)) {
                case "comment", "obj_info" -> out.write(line.blankedAfter(1));
                case "element" -> {
                    elements.add(element(line, elements.size()));
                    out.write(line.bytes());
                }
                case "property" -> {
                    if (elements.isEmpty()) {
                        throw WrongContent.mismatch("a property of nothing");
                    }
                    elements.get(elements.size() - 1).properties().add(property(line));
                    out.write(line.bytes());
                }
                case "end_header" -> {
                    out.write(line.blankedAfter(1));
                    return encoding;
                }
                default -> throw WrongContent.mismatch("not a line of a header");
            }
        }
        throw WrongContent.mismatch("a header without an end");
    }

    private static Element element(TextLine line, int before) throws WrongContent {
        if (line.length() != 3
                || before == ELEMENTS
                || !NAME.matcher(line.word(1)).matches()
                || !COUNT.matcher(line.word(2)).matches()) {
            throw WrongContent.mismatch("not an element");
        }
        return new Element(line.word(1), Long.parseLong(line.word(2)), new ArrayList<>());
    }

    private static Property property(TextLine line) throws WrongContent {
        boolean list = line.word(1).equals("list");
        if (line.length() != (list ? 5 : 3)
                || !NAME.matcher(line.word(line.length() - 1)).matches()) {
            throw WrongContent.mismatch("not a property");
        }
        return list
                ? new Property(Optional.of(size(line.word(2))), size(line.word(3)))
                : new Property(Optional.empty(), size(line.word(1)));
    }

    private static int size(String type) throws WrongContent {
        Integer size = SIZES.get(type);
        if (size == null) {
            throw WrongContent.mismatch("no such type");
        }
        return size;
    }

    private static void copyText(Bytes in, OutputStream out, Element element) throws IOException, WrongContent {
        long left = element.count();
        while (left > 0) {
            if (in.isAtEnd()) {
                throw WrongContent.mismatch("ends too early");
            }
            TextLine line = new TextLine(in.line(LINE));
            if (!line.isBlank()) {
                if (!line.hasNumbers(0, element.properties().size(), LINE)) {
                    throw WrongContent.mismatch("not numbers");
                }
                left--;
            }
            out.write(line.bytes());
        }
    }

    private static void copyBinary(Bytes in, OutputStream out, Element element, boolean big)
            throws IOException, WrongContent {
        if (element.isFlat()) {
            in.pass(element.count() * element.size(), out::write);
            return;
        }
        for (long i = 0; i < element.count(); i++) {
            for (Property property : element.properties()) {
                long items = 1;
                if (property.counted().isPresent()) {
                    byte[] count = in.take(property.counted().get());
                    out.write(count);
                    items = Integer.toUnsignedLong(
                            big ? Bytes.big(count, 0, count.length) : Bytes.little(count, 0, count.length));
                }
                in.pass(items * property.size(), out::write);
            }
        }
    }
}
