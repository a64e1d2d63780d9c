package org.torg.kernel.upload.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** PDF: kept as it is. It begins as one and has the sign of an end near its end. */
final class PdfFormat implements FileFormat {

    private static final int NEAR = 1024;
    private static final byte[] START = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final String END = "%%EOF";

    @Override
    public void copy(Bytes in, OutputStream out) throws IOException, WrongContent {
        byte[] start = in.peek(START.length);
        if (!java.util.Arrays.equals(start, START)) {
            throw WrongContent.mismatch("no start");
        }
        Tail tail = new Tail(out);
        in.passRest(tail);
        if (!tail.text().contains(END)) {
            throw WrongContent.mismatch("no end");
        }
    }

    /** Hands on, and remembers the last bytes. */
    private static final class Tail extends OutputStream {

        private final OutputStream out;
        private byte[] last = new byte[0];

        Tail(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            int kept = Math.min(last.length, Math.max(0, NEAR - length));
            int fresh = Math.min(length, NEAR);
            byte[] now = new byte[kept + fresh];
            System.arraycopy(last, last.length - kept, now, 0, kept);
            System.arraycopy(bytes, offset + length - fresh, now, kept, fresh);
            last = now;
        }

        String text() {
            return new String(last, StandardCharsets.ISO_8859_1);
        }
    }
}
