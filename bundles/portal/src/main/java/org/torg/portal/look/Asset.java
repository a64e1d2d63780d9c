package org.torg.portal.look;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A file that pages refer to. Its address holds the hash of its content, so that browsers may keep it for ever.
 *
 * @param path such as {@code /assets/torg.1a2b3c4d.css}
 * @param zipped the same content, compressed
 */
public record Asset(String path, String type, byte[] content, byte[] zipped) {

    public static final String FOLDER = "/assets/";

    /** One that lies in this bundle. */
    static Asset load(String file, String type) {
        try (InputStream in = Asset.class.getResourceAsStream("/org/torg/portal/asset/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file + " in the bundle");
            }
            byte[] content = in.readAllBytes();
            if (content.length == 0) {
                throw new IllegalStateException(file + " is empty");
            }
            return of(file, type, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Asset of(String file, String type, byte[] content) {
        int dot = file.lastIndexOf('.');
        String path = FOLDER + file.substring(0, dot) + "." + hash(content) + file.substring(dot);
        return new Asset(path, type, content, zip(content));
    }

    public static byte[] zip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 3 + 64);
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Asset asset && asset.path.equals(path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path;
    }
}
