package org.torg.kernel.catalog.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.OptionalLong;

/**
 * Which keys a file had already, and on which line: 16 bytes for each, because a file may have a million. Keys are told apart
 * by 64 bits of their SHA-256; that two of a million share them has a chance of one in thirty million, and costs one row.
 */
final class SeenKeys {

    private static final int FIRST_CAPACITY = 1024;

    private final MessageDigest digest;
    private long[] keys = new long[FIRST_CAPACITY];
    private long[] lines = new long[FIRST_CAPACITY];
    private int size;

    SeenKeys() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The line on which this key was first; empty when it is new, and then it is kept. */
    OptionalLong firstLine(String key, long line) {
        if (size * 2 >= keys.length) {
            grow();
        }
        long hash = hash(key);
        int place = place(hash);
        if (keys[place] == hash) {
            return OptionalLong.of(lines[place]);
        }
        keys[place] = hash;
        lines[place] = line;
        size++;
        return OptionalLong.empty();
    }

    /** Whether this key was on this line or an earlier one. Does not keep it. */
    boolean has(String key, long line) {
        long hash = hash(key);
        int place = place(hash);
        return keys[place] == hash && lines[place] <= line;
    }

    private long hash(String key) {
        byte[] bytes = digest.digest(key.getBytes(StandardCharsets.UTF_8));
        long hash = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            hash = (hash << 8) | (bytes[i] & 0xff);
        }
        // Zero marks a free place.
        return hash == 0 ? 1 : hash;
    }

    private int place(long hash) {
        int place = (int) (hash & (keys.length - 1));
        while (keys[place] != 0 && keys[place] != hash) {
            place = (place + 1) & (keys.length - 1);
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldLines = lines;
        keys = new long[oldKeys.length * 2];
        lines = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                lines[place] = oldLines[i];
            }
        }
    }
}
