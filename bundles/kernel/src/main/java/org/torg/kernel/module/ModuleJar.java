package org.torg.kernel.module;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.felix.utils.manifest.Clause;
import org.apache.felix.utils.manifest.Parser;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.torg.api.module.ModuleFile;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorId;

/**
 * A bundle in a file that nobody has vouched for: only its manifest is read, and only so much of it.
 *
 * @param file its plain name
 * @param vendor whose own bundle it says it is
 */
record ModuleJar(Path path, String file, String symbolicName, Version version, long size, Optional<VendorId> vendor) {

    /** In bytes. */
    static final long LARGEST = 20L * 1024 * 1024;

    private static final int LARGEST_MANIFEST = 256 * 1024;
    /** What the container may unpack of it, in bytes. */
    private static final long LARGEST_UNPACKED = 100L * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;
    private static final int MOST_ENTRIES = 20_000;
    private static final int LONGEST_NAME = 200;

    /** @throws IOException when it is no bundle, is too large, or cannot be read */
    static ModuleJar read(Path path) throws IOException {
        long size = Files.size(path);
        if (size > LARGEST) {
            throw new ZipException("larger than " + LARGEST + " bytes");
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            bound(zip);
            Attributes headers = manifest(zip).getMainAttributes();
            if (!"2".equals(header(headers, Constants.BUNDLE_MANIFESTVERSION))) {
                throw new ZipException("no bundle");
            }
            if (headers.getValue(Constants.FRAGMENT_HOST) != null) {
                // To take one that extends the framework out of the container again would end the framework.
                throw new ZipException("a fragment");
            }
            Clause[] name = clauses(headers, Constants.BUNDLE_SYMBOLICNAME);
            if (name.length != 1 || name[0].getName().length() > LONGEST_NAME) {
                throw new ZipException("no symbolic name");
            }
            return new ModuleJar(
                    path,
                    String.valueOf(path.getFileName()),
                    name[0].getName(),
                    Version.parseVersion(header(headers, Constants.BUNDLE_VERSION)),
                    size,
                    vendor(headers));
        } catch (RuntimeException e) {
            // The parser of headers fails in several ways: one broken file must not hide all others.
            throw new ZipException("its manifest cannot be read: " + e.getMessage());
        }
    }

    private static void bound(ZipFile zip) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw new ZipException("more than " + MOST_ENTRIES + " entries");
        }
        long unpacked = 0;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            unpacked += Math.max(0, entries.nextElement().getSize());
            if (unpacked > LARGEST_UNPACKED) {
                throw new ZipException("unpacks to more than " + LARGEST_UNPACKED + " bytes");
            }
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(JarFile.MANIFEST_NAME);
        if (entry == null) {
            throw new ZipException("no manifest");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LARGEST_MANIFEST + 1);
            if (bytes.length > LARGEST_MANIFEST) {
                throw new ZipException("its manifest is larger than " + LARGEST_MANIFEST + " bytes");
            }
            return new Manifest(new ByteArrayInputStream(bytes));
        }
    }

    private static String header(Attributes headers, String name) {
        String value = headers.getValue(name);
        return value == null ? "" : value.strip();
    }

    private static Clause[] clauses(Attributes headers, String name) {
        String header = header(headers, name);
        return header.isEmpty() ? new Clause[0] : Parser.parseHeader(header);
    }

    private static Optional<VendorId> vendor(Attributes headers) {
        for (Clause capability : clauses(headers, Constants.PROVIDE_CAPABILITY)) {
            String id = capability.getAttribute(Vendor.NAMESPACE);
            if (capability.getName().equals(Vendor.NAMESPACE) && id != null) {
                return Optional.of(new VendorId(id));
            }
        }
        return Optional.empty();
    }

    /**
     * Unpacks it, to nowhere: what its directory says of the sizes may be wrong.
     *
     * @throws IOException when it unpacks to more than the container may be given, or not at all
     */
    void unpack() throws IOException {
        byte[] buffer = new byte[BUFFER];
        long unpacked = 0;
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                try (InputStream in = zip.getInputStream(entries.nextElement())) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        unpacked += read;
                        if (unpacked > LARGEST_UNPACKED) {
                            throw new ZipException("unpacks to more than " + LARGEST_UNPACKED + " bytes");
                        }
                    }
                }
            }
        }
    }

    /** SHA-256 of the file as it is now, 64 hexadecimal digits. */
    String digest() throws IOException {
        MessageDigest sha256 = sha256();
        try (InputStream in = open()) {
            byte[] buffer = new byte[BUFFER];
            long left = size;
            int read = in.read(buffer);
            while (read >= 0 && left >= 0) {
                sha256.update(buffer, 0, read);
                left -= read;
                read = in.read(buffer);
            }
            if (left != 0) {
                throw new ZipException("it changes");
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    ModuleFile described() {
        return new ModuleFile(file, symbolicName, version.toString(), size, vendor);
    }
}
