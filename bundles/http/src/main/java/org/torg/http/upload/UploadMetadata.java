package org.torg.http.upload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.RecipientId;
import org.torg.api.upload.FileType;
import org.torg.api.upload.NewUpload;
import org.torg.api.upload.Upload;
import org.torg.api.vendor.VendorId;

/**
 * The {@code Upload-Metadata} of tus: pairs of a key and a value in Base64. Known are {@code filename}, of which the end is looked
 * at and nothing is kept, {@code filetype}, {@code label}, {@code vendor} and {@code recipient}; others are passed over.
 */
public final class UploadMetadata {

    private static final int MOST = 8000;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x2b\\x2d-\\x7e]{1,100}");
    private static final Pattern VENDOR = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Map<String, String> values;

    private UploadMetadata(Map<String, String> values) {
        this.values = values;
    }

    public static UploadMetadata of(Optional<String> header) {
        Map<String, String> values = new HashMap<>();
        String text = header.orElse("");
        if (text.length() > MOST) {
            throw invalid();
        }
        for (String pair : text.split(",", -1)) {
            if (!pair.isBlank()) {
                String[] parts = pair.strip().split(" ", 2);
                if (!KEY.matcher(parts[0]).matches()) {
                    throw invalid();
                }
                values.put(parts[0].toLowerCase(Locale.ROOT), parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        return new UploadMetadata(values);
    }

    private static String decoded(String value) {
        try {
            return new String(Base64.getDecoder().decode(value.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static RefusedException invalid() {
        return TusHeaders.malformed(
                "upload-metadata-invalid", "Upload-Metadata holds pairs of a key and a value in Base64.");
    }

    public NewUpload announcing(long size) {
        return new NewUpload(
                value("vendor", VENDOR).map(VendorId::new),
                type(),
                size,
                value("label"),
                value("recipient", ID).map(RecipientId::new));
    }

    private FileType type() {
        return value("filename")
                .flatMap(FileType::ofName)
                .or(() -> value("filetype").flatMap(UploadMetadata::ofMediaType))
                .orElseThrow(
                        () -> new RefusedException(
                                Refusal.of(
                                        Refusal.Kind.UNPROCESSABLE,
                                        "file-type-unknown",
                                        "Files of these types are taken: STL, PLY, OBJ, ZIP, PDF, JPEG, PNG. Name the file with its type.")));
    }

    private static Optional<FileType> ofMediaType(String mediaType) {
        return Arrays.stream(FileType.values())
                .filter(type -> type != FileType.PLY)
                .filter(type -> type.mediaType().equals(mediaType.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
    }

    private Optional<String> value(String key, Pattern form) {
        return value(key).map(value -> {
            if (!form.matcher(value).matches()) {
                throw invalid();
            }
            return value;
        });
    }

    /** What is kept of it: the type, and the label. */
    public static String of(Upload upload) {
        String type =
                "filename " + encoded(upload.id().value() + "." + upload.type().extension());
        return upload.label().map(label -> type + ",label " + encoded(label)).orElse(type);
    }

    private static String encoded(String value) {
        return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }
}
