package org.torg.portal.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.torg.portal.page.Fields;
import org.torg.portal.page.SentFile;

/**
 * A form with one file at its very end (RFC 7578), as browsers without script send it. The fields are read at once and may have
 * {@value #MOST} bytes together; the file is read by whoever wants it. How long it is follows from how long the whole is, so that
 * nothing of it has to be kept anywhere to count it.
 */
final class MultipartForm {

    static final int MOST = 256 * 1024;

    private static final byte[] NEW_LINE = {'\r', '\n'};
    private static final Pattern TYPE =
            Pattern.compile("multipart/form-data\\s*;.*?boundary=\"?([^\";,\\s]{1,70})\"?.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("(?i)\\bname=\"([^\"\\r\\n]{0,200})\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)\\bfilename=\"([^\"\\r\\n]*)\"");
    private static final Pattern END = Pattern.compile("\\.[A-Za-z0-9]{1,8}$");

    private MultipartForm() {}

    /** What stands between its parts, by the type of the request; empty where that is no such form. */
    static Optional<String> boundary(String type) {
        Matcher form = TYPE.matcher(type);
        return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
    }

    /** @param length of the whole; negative when nobody has said it: then there is no file */
    static SentForm read(InputStream in, String boundary, long length) throws IOException {
        Counted from = new Counted(in);
        byte[] next = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (!from.line().equals("--" + boundary)) {
            return SentForm.NOTHING;
        }
        while (true) {
            Optional<String> about = Optional.empty();
            for (String line = from.line(); !line.isEmpty(); line = from.line()) {
                if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                    about = Optional.of(line);
                }
            }
            String disposition = about.orElse("");
            Matcher fileName = FILE_NAME.matcher(disposition);
            if (fileName.find()) {
                return new SentForm(new Fields(fields), file(from, fileName.group(1), next, length));
            }
            Matcher name = NAME.matcher(FILE_NAME.matcher(disposition).replaceAll(""));
            String value = from.until(next);
            if (name.find() && !name.group(1).isEmpty()) {
                fields.computeIfAbsent(name.group(1), key -> new ArrayList<>()).add(value);
            }
            if (!from.line().isEmpty()) {
                return new SentForm(new Fields(fields), Optional.empty());
            }
        }
    }

    private static Optional<SentFile> file(Counted from, String name, byte[] next, long length) {
        byte[] end = new byte[next.length + 4];
        System.arraycopy(next, 0, end, 0, next.length);
        System.arraycopy(new byte[] {'-', '-', '\r', '\n'}, 0, end, next.length, 4);
        long size = length - from.count - end.length;
        Matcher type = END.matcher(name);
        // Without a name nothing was chosen.
        return name.isEmpty() || size < 0
                ? Optional.empty()
                : Optional.of(new SentFile(
                        type.find() ? type.group() : "", size, new LastPart(from.in, size, end, next.length)));
    }

    /** Keeps what was read, byte by byte: fields are short, and the container has a buffer. */
    private static final class Counted {
        private final InputStream in;
        private byte[] all = new byte[8 * 1024];
        private int count;

        Counted(InputStream in) {
            this.in = in;
        }

        private void read() throws IOException {
            int one = in.read();
            if (one < 0) {
                throw new IOException("the form ends too early");
            }
            if (count == MOST) {
                throw new IOException("the form's fields are too long");
            }
            if (count == all.length) {
                all = Arrays.copyOf(all, 2 * count);
            }
            all[count++] = (byte) one;
        }

        /** Without its end. */
        String line() throws IOException {
            return until(NEW_LINE);
        }

        /** What stands before this, which is passed over. */
        String until(byte[] mark) throws IOException {
            int start = count;
            do {
                read();
            } while (count - start < mark.length
                    || !Arrays.equals(all, count - mark.length, count, mark, 0, mark.length));
            return new String(all, start, count - mark.length - start, StandardCharsets.UTF_8);
        }
    }
}
