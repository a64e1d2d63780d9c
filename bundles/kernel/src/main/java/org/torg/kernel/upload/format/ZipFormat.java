package org.torg.kernel.upload.format;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.torg.api.upload.FileType;
import org.torg.kernel.upload.format.WrongContent.Reason;

/**
 * ZIP: packed anew from what is read, entry by entry, each checked and cleaned by its type and given a name of ours. Nothing of the
 * old directory is kept, so that nobody can be told two different contents. What systems leave in archives is left out, and so are
 * the materials of OBJ files: they are found by names, of which none is kept.
 */
final class ZipFormat implements FileFormat {

    private static final int ENTRIES = 100;
    /** Unpacked bytes for each packed one: ten times what meshes and pictures reach. */
    private static final long RATIO = 200;

    private static final long RATIO_FROM = 1024 * 1024;
    private static final Pattern LEFT_OUT =
            Pattern.compile("(?i)(.*/)?(__MACOSX/.*|\\._.*|\\.DS_Store|Thumbs\\.db|desktop\\.ini|[^/]*\\.mtl)");
    private static final Pattern OUTSIDE = Pattern.compile("(?s)(.*[/\\\\])?\\.\\.([/\\\\].*)?|[/\\\\].*|[A-Za-z]:.*");
    private static final byte[] LOCAL_HEADER = {'P', 'K', 3, 4};
    /** Names may be in any code page; nothing of them is kept. */
    private static final Charset ANY = StandardCharsets.ISO_8859_1;

    private final long most;

    ZipFormat(long most) {
        this.most = most;
    }

    @Override
    public void copy(Bytes in, OutputStream out) throws IOException, WrongContent {
        if (!Arrays.equals(in.peek(LOCAL_HEADER.length), LOCAL_HEADER)) {
            throw WrongContent.mismatch("no start");
        }
        Packed packed = new Packed(in);
        try (ZipInputStream zip = new ZipInputStream(packed, ANY);
                ZipOutputStream anew = new ZipOutputStream(new Unclosed(out))) {
            anew.setLevel(Deflater.BEST_SPEED);
            copyEntries(zip, packed, anew);
        } catch (TooMuch e) {
            throw new WrongContent(Reason.ARCHIVE_UNSAFE, "unpacks to too much");
        } catch (ZipException | EOFException e) {
            throw WrongContent.mismatch("a broken archive");
        }
        // What follows the entries says again what they are.
        in.passRest(OutputStream.nullOutputStream());
    }

    private void copyEntries(ZipInputStream zip, Packed packed, ZipOutputStream out) throws IOException, WrongContent {
        Unpacked unpacked = new Unpacked(zip, packed);
        OutputStream buffered = new BufferedOutputStream(out, 64 * 1024);
        int seen = 0;
        int kept = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (++seen > ENTRIES || OUTSIDE.matcher(entry.getName()).matches()) {
                throw new WrongContent(Reason.ARCHIVE_UNSAFE, "too many entries, or one outside");
            }
            if (entry.isDirectory() || LEFT_OUT.matcher(entry.getName()).matches()) {
                long unused = unpacked.transferTo(OutputStream.nullOutputStream());
                continue;
            }
            FileType type = FileType.ofName(entry.getName())
                    .filter(inside -> inside != FileType.ZIP)
                    .orElseThrow(() -> new WrongContent(Reason.ARCHIVE_CONTENT, "an entry of another type"));
            ZipEntry named = new ZipEntry(TradeWords.name(++kept, entry.getName(), type));
            named.setTime(0);
            out.putNextEntry(named);
            FileFormats.plain(type).copy(new Bytes(unpacked), buffered);
            buffered.flush();
            out.closeEntry();
        }
        if (kept == 0) {
            throw WrongContent.mismatch("an empty archive");
        }
    }

    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Counts what is read of the archive. */
    private static final class Packed extends InputStream {

        private final Bytes in;
        private long count;

        Packed(Bytes in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int next = in.next();
            count += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int got = in.read(bytes, offset, length);
            count += Math.max(got, 0);
            return got;
        }
    }

    /** The content of one entry after the other, all of them together bounded. */
    private final class Unpacked extends FilterInputStream {

        private final Packed packed;
        private long count;

        Unpacked(ZipInputStream zip, Packed packed) {
            super(zip);
            this.packed = packed;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int got = super.read(bytes, offset, length);
            count += Math.max(got, 0);
            if (count > most || count > RATIO_FROM + RATIO * packed.count) {
                throw new TooMuch();
            }
            return got;
        }
    }

    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
