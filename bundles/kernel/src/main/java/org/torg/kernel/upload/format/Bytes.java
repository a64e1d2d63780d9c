package org.torg.kernel.upload.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** Bytes to be read one after the other, with a look ahead. */
final class Bytes {

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int at;
    private int end;

    Bytes(InputStream in) {
        this.in = in;
    }

    /** Makes as many as {@code wanted} available, if there are. */
    private boolean fill(int wanted) throws IOException {
        if (end - at >= wanted) {
            return true;
        }
        System.arraycopy(buffer, at, buffer, 0, end - at);
        end -= at;
        at = 0;
        while (end < wanted) {
            int got = in.read(buffer, end, buffer.length - end);
            if (got < 0) {
                return false;
            }
            end += got;
        }
        return true;
    }

    boolean isAtEnd() throws IOException {
        return !fill(1);
    }

    /** -1 at the end. */
    int next() throws IOException {
        return fill(1) ? buffer[at++] & 0xff : -1;
    }

    /** As {@link InputStream#read(byte[], int, int)}. */
    int read(byte[] bytes, int offset, int length) throws IOException {
        if (!fill(1)) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(buffer, at, bytes, offset, count);
        at += count;
        return count;
    }

    /** The next ones, which stay; fewer at the end. At most some thousands. */
    byte[] peek(int most) throws IOException {
        boolean unused = fill(most);
        return Arrays.copyOfRange(buffer, at, Math.min(end, at + most));
    }

    /** Exactly so many. */
    byte[] take(int count) throws IOException, WrongContent {
        byte[] bytes = new byte[count];
        int got = 0;
        while (got < count) {
            if (!fill(1)) {
                throw WrongContent.mismatch("ends too early");
            }
            int length = Math.min(count - got, end - at);
            System.arraycopy(buffer, at, bytes, got, length);
            at += length;
            got += length;
        }
        return bytes;
    }

    interface Piece {
        void of(byte[] bytes, int offset, int length) throws IOException;
    }

    /** Hands on exactly so many, piece by piece. */
    void pass(long count, Piece piece) throws IOException, WrongContent {
        long left = count;
        while (left > 0) {
            if (!fill(1)) {
                throw WrongContent.mismatch("ends too early");
            }
            int length = (int) Math.min(left, end - at);
            piece.of(buffer, at, length);
            at += length;
            left -= length;
        }
    }

    void passRest(OutputStream out) throws IOException {
        while (fill(1)) {
            out.write(buffer, at, end - at);
            at = end;
        }
    }

    void requireEnd() throws IOException, WrongContent {
        if (!isAtEnd()) {
            throw WrongContent.mismatch("goes on after its end");
        }
    }

    /**
     * The next line with its end, which is a line feed.
     *
     * @param most bytes; a longer one is no line
     */
    byte[] line(int most) throws IOException, WrongContent {
        int length = 0;
        while (true) {
            if (!fill(length + 1)) {
                break;
            }
            if (buffer[at + length++] == '\n') {
                break;
            }
            if (length > most) {
                throw WrongContent.mismatch("a line that is too long");
            }
        }
        byte[] line = Arrays.copyOfRange(buffer, at, at + length);
        at += length;
        return line;
    }

    static int big(byte[] bytes, int offset, int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = (value << 8) | (bytes[offset + i] & 0xff);
        }
        return value;
    }

    static int little(byte[] bytes, int offset, int count) {
        int value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = (value << 8) | (bytes[offset + i] & 0xff);
        }
        return value;
    }
}
