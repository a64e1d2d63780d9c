package org.torg.portal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** As many bytes as a file has, and then the end of the form: its last bytes are given out only when the end is where it should be. */
final class LastPart extends FilterInputStream {

    private final byte[] end;
    private final int mark;
    private int matched;
    private long left;

    /** @param mark how many bytes of the end stand before each part */
    LastPart(InputStream in, long size, byte[] end, int mark) {
        super(in);
        this.mark = mark;
        this.left = size;
        this.end = end.clone();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left == 0 || length == 0) {
            return left == 0 ? -1 : 0;
        }
        int got = in.read(into, offset, (int) Math.min(length, left));
        if (got < 0) {
            throw new IOException("the file ends too early");
        }
        left -= got;
        passOver(into, offset, got);
        if (left == 0 && !Arrays.equals(in.readNBytes(end.length), end)) {
            throw new IOException("the file is not the last part of the form");
        }
        return got;
    }

    /** A mark of the form's parts within the file: it was not the last one. A carriage return is nowhere but at its beginning. */
    private void passOver(byte[] bytes, int offset, int count) throws IOException {
        for (int i = offset; i < offset + count; i++) {
            matched = bytes[i] == end[matched] ? matched + 1 : bytes[i] == end[0] ? 1 : 0;
            if (matched == mark) {
                throw new IOException("the file is not the last part of the form");
            }
        }
    }

    /** The container closes what it has opened. */
    @Override
    public void close() {}

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public long skip(long count) throws IOException {
        return count <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(count, 8192)]));
    }

    @Override
    public int available() {
        return 0;
    }
}
