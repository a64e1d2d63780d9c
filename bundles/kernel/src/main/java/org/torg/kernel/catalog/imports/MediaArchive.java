package org.torg.kernel.catalog.imports;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;

/**
 * A ZIP archive of one CSV file and the files that it names, read as a stream: entry by entry, of which there may be
 * {@value #MOST_ENTRIES}, and {@value #MOST_BYTES} bytes in all. Nothing of it is ever written to a place that it names.
 */
final class MediaArchive {

    static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 1L << 30;
    /** Unpacked bytes for each packed one. Tables and drawings may reach a hundred. */
    private static final long RATIO = 200;

    private static final long RATIO_FROM = 1024 * 1024;

    private static final Pattern LEFT_OUT =
            Pattern.compile("(?i)(.*/)?(__MACOSX/.*|\\._.*|\\.DS_Store|Thumbs\\.db|desktop\\.ini)");
    private static final Pattern OUTSIDE =
            Pattern.compile("(?s)(.*[/\\\\])?\\.\\.([/\\\\].*)?|[/\\\\].*|[A-Za-z]:.*|.*\\\\.*");

    private MediaArchive() {}

    interface Visitor {
        /** @param content to its end; not to be closed */
        void entry(String name, InputStream content) throws IOException;
    }

    /**
     * All files but the table, in their order.
     *
     * @throws RefusedException {@code media-archive-unsafe}, {@code media-archive-broken}
     */
    static void walk(InputStream sent, Visitor visitor) throws IOException {
        Packed packed = new Packed(sent);
        try (ZipInputStream zip = new ZipInputStream(packed, StandardCharsets.UTF_8)) {
            Unpacked unpacked = new Unpacked(zip, packed);
            Set<String> names = new HashSet<>();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (names.size() == MOST_ENTRIES
                        || OUTSIDE.matcher(entry.getName()).matches()
                        || !names.add(entry.getName())) {
                    throw unsafe();
                }
                if (!isLeftOut(entry) && !isTable(entry)) {
                    visitor.entry(entry.getName(), unpacked);
                }
                unpacked.transferTo(java.io.OutputStream.nullOutputStream());
            }
        } catch (TooMuch e) {
            throw unsafe();
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw broken();
        }
    }

    /**
     * The table alone.
     *
     * @throws RefusedException {@code media-table-missing}, and as {@link #walk}
     */
    static Table table(InputStream sent) throws IOException {
        Packed packed = new Packed(sent);
        ZipInputStream zip = new ZipInputStream(packed, StandardCharsets.UTF_8);
        boolean found = false;
        try {
            Unpacked unpacked = new Unpacked(zip, packed);
            int seen = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++seen > MOST_ENTRIES || OUTSIDE.matcher(entry.getName()).matches()) {
                    throw unsafe();
                }
                if (!isLeftOut(entry) && isTable(entry)) {
                    found = true;
                    return new Table(folder(entry.getName()), unpacked);
                }
                unpacked.transferTo(java.io.OutputStream.nullOutputStream());
            }
            throw new RefusedException(Refusal.of(
                    Refusal.Kind.UNPROCESSABLE,
                    "media-table-missing",
                    "The archive has no CSV file that says what belongs to what."));
        } catch (TooMuch e) {
            throw unsafe();
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw broken();
        } finally {
            if (!found) {
                zip.close();
            }
        }
    }

    /**
     * @param folder in which it lies, and from which it names files; empty, or ending in a slash
     * @param content closed, it closes the archive
     */
    record Table(String folder, InputStream content) {}

    private static boolean isTable(ZipEntry entry) {
        return entry.getName().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private static boolean isLeftOut(ZipEntry entry) {
        return entry.isDirectory() || LEFT_OUT.matcher(entry.getName()).matches();
    }

    private static String folder(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    private static RefusedException unsafe() {
        return new RefusedException(Refusal.of(
                Refusal.Kind.UNPROCESSABLE,
                "media-archive-unsafe",
                "The archive has too many files, unpacks to too much, or names places outside itself."));
    }

    private static RefusedException broken() {
        return new RefusedException(
                Refusal.of(Refusal.Kind.UNPROCESSABLE, "media-archive-broken", "The archive cannot be read."));
    }

    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Counts what is read of the archive. */
    private static final class Packed extends FilterInputStream {

        private long count;

        Packed(InputStream in) {
            super(new BufferedInputStream(in, 64 * 1024));
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int got = super.read(bytes, offset, length);
            count += Math.max(got, 0);
            return got;
        }
    }

    /** The content of one entry after the other, all of them together bounded. */
    private static final class Unpacked extends FilterInputStream {

        private final Packed packed;
        private long count;

        Unpacked(ZipInputStream zip, Packed packed) {
            super(zip);
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int got = super.read(bytes, offset, length);
            count += Math.max(got, 0);
            if (count > MOST_BYTES || count > RATIO_FROM + RATIO * packed.count) {
                throw new TooMuch();
            }
            return got;
        }
    }
}
