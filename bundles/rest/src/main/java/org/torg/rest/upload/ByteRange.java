package org.torg.rest.upload;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file that is asked for by {@code Range} (RFC 9110, 14).
 *
 * @param first inclusive
 * @param last inclusive
 */
record ByteRange(long first, long last) {

    private static final Pattern FORM = Pattern.compile("(?i:bytes)=([0-9]{0,15})-([0-9]{0,15})");

    long length() {
        return last - first + 1;
    }

    /** Whether it can be met; what is not understood, such as several parts, is answered with the whole. */
    static Optional<Asked> of(Optional<String> header, long size) {
        Matcher form = FORM.matcher(header.map(String::strip).orElse(""));
        if (!form.matches() || (form.group(1).isEmpty() && form.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (form.group(1).isEmpty()) {
            long count = Math.min(Long.parseLong(form.group(2)), size);
            return Optional.of(count == 0 ? Asked.NONE : new Asked(Optional.of(new ByteRange(size - count, size - 1))));
        }
        long first = Long.parseLong(form.group(1));
        long last = form.group(2).isEmpty() ? size - 1 : Math.min(Long.parseLong(form.group(2)), size - 1);
        if (!form.group(2).isEmpty() && Long.parseLong(form.group(2)) < first) {
            return Optional.empty();
        }
        return Optional.of(first >= size ? Asked.NONE : new Asked(Optional.of(new ByteRange(first, last))));
    }

    /** @param range empty when nothing of the file lies in it */
    record Asked(Optional<ByteRange> range) {
        static final Asked NONE = new Asked(Optional.empty());
    }
}
