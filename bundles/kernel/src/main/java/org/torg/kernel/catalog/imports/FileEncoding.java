package org.torg.kernel.catalog.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;

/**
 * How the bytes of a file become characters. The whole file decides: it is UTF-8 if every byte of it fits, else Windows-1252,
 * which is what spreadsheets of this part of the world write.
 *
 * @param markBytes length of the byte-order mark to be left out
 */
record FileEncoding(Charset charset, int markBytes) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int BUFFER = 16 * 1024;

    /**
     * Reads the stream to its end.
     *
     * @throws RefusedException {@code encoding-unsupported} when it is UTF-16 or no text at all
     */
    static FileEncoding of(InputStream in) throws IOException {
        byte[] head = in.readNBytes(BUFFER);
        int mark = startsWith(head, UTF_8_MARK) ? UTF_8_MARK.length : 0;
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER + 8);
        CharBuffer chars = CharBuffer.allocate(BUFFER + 8);
        boolean utf8 = true;
        byte[] block = head;
        int length = head.length;
        while (length > 0) {
            refuseBinary(block, length);
            if (utf8) {
                bytes.put(block, 0, length).flip();
                utf8 = !decoder.decode(bytes, chars.clear(), false).isError();
                bytes.compact();
            }
            block = new byte[BUFFER];
            length = in.readNBytes(block, 0, BUFFER);
        }
        CoderResult end = decoder.decode(bytes.flip(), chars.clear(), true);
        return utf8 && !end.isError() ? new FileEncoding(StandardCharsets.UTF_8, mark) : new FileEncoding(WINDOWS, 0);
    }

    /** Zero bytes are in no CSV of either encoding, but in every second place of UTF-16. */
    private static void refuseBinary(byte[] block, int length) {
        for (int i = 0; i < length; i++) {
            if (block[i] == 0) {
                throw new RefusedException(Refusal.of(
                        Refusal.Kind.UNPROCESSABLE,
                        "encoding-unsupported",
                        "The file is neither UTF-8 nor Windows-1252. Save it as CSV UTF-8."));
            }
        }
    }

    private static boolean startsWith(byte[] head, byte[] mark) {
        return head.length >= mark.length && head[0] == mark[0] && head[1] == mark[1] && head[2] == mark[2];
    }
}
