package org.torg.http.upload;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.upload.Checksum;

/** The headers of tus 1.0.0, https://tus.io/protocols/resumable-upload. */
public final class TusHeaders {

    public static final String VERSION = "1.0.0";
    public static final String EXTENSIONS = "creation,creation-with-upload,expiration,checksum,termination";
    public static final String PIECE = "application/offset+octet-stream";

    public static final String TUS_RESUMABLE = "Tus-Resumable";
    public static final String TUS_VERSION = "Tus-Version";
    public static final String UPLOAD_OFFSET = "Upload-Offset";
    public static final String UPLOAD_LENGTH = "Upload-Length";
    public static final String UPLOAD_METADATA = "Upload-Metadata";
    public static final String UPLOAD_EXPIRES = "Upload-Expires";
    public static final String UPLOAD_CHECKSUM = "Upload-Checksum";

    /** Somebody else is writing just now. */
    public static final int LOCKED = 423;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");
    private static final Pattern CHECKSUM = Pattern.compile("([a-z0-9]{1,20}) ([A-Za-z0-9+/]{1,100}={0,2})");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    /** The statuses that clients of tus know, beside those of the kinds of refusals. */
    private static final Map<String, Integer> STATUSES =
            Map.of("file-too-large", 413, "upload-locked", LOCKED, "checksum-mismatch", 460);

    private TusHeaders() {}

    /** The status that tus has for this refusal; empty where it has none. */
    public static Optional<Integer> status(Refusal refusal) {
        return Optional.ofNullable(STATUSES.get(refusal.code()));
    }

    public static long length(Optional<String> value) {
        return number(value)
                .orElseThrow(() -> malformed(
                        "upload-length-invalid",
                        "Upload-Length is needed: how many bytes the file has. It cannot be said later."));
    }

    public static long offset(Optional<String> value) {
        return number(value)
                .orElseThrow(() -> malformed(
                        "upload-offset-invalid",
                        "Upload-Offset is needed: at which byte of the file this piece begins."));
    }

    private static Optional<Long> number(Optional<String> value) {
        return value.map(String::strip)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Long::valueOf);
    }

    /** Empty when there is none. */
    public static Optional<Checksum> checksum(Optional<String> value) {
        return value.map(
                text -> checksum(text.strip())
                        .orElseThrow(
                                () -> malformed(
                                        "upload-checksum-invalid",
                                        "Upload-Checksum is the name of an algorithm, sha1 or sha256, a blank, and the sum in Base64.")));
    }

    private static Optional<Checksum> checksum(String value) {
        Matcher form = CHECKSUM.matcher(value);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            String hex = HexFormat.of().formatHex(Base64.getDecoder().decode(form.group(2)));
            return Checksum.Algorithm.of(form.group(1)).map(algorithm -> new Checksum(algorithm, hex));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public static String algorithms() {
        return Arrays.stream(Checksum.Algorithm.values())
                .map(Checksum.Algorithm::code)
                .collect(Collectors.joining(","));
    }

    public static String date(Instant moment) {
        return DATE.format(moment);
    }

    public static RefusedException malformed(String code, String english) {
        return new RefusedException(Refusal.of(Refusal.Kind.MALFORMED, code, english));
    }
}
