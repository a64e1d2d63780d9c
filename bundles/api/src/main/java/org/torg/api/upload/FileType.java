package org.torg.api.upload;

import java.util.Locale;
import java.util.Optional;

/** What may be uploaded. The type that is declared is held against the content. */
public enum FileType {
    /** A mesh of triangles, ASCII or binary. */
    STL("model/stl"),
    /** A mesh, often with colours of its vertices. */
    PLY("application/octet-stream"),
    /** A mesh as text. */
    OBJ("model/obj"),
    /** Several of the others in one file; no ZIP inside. */
    ZIP("application/zip"),
    PDF("application/pdf"),
    JPEG("image/jpeg"),
    PNG("image/png");

    private final String mediaType;

    FileType(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** As it is written in JSON and asked for by a question for files, such as {@code jpeg}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FileType> of(String code) {
        for (FileType type : values()) {
            if (type.code().equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** As a file's name ends, without a dot. */
    public String extension() {
        return this == JPEG ? "jpg" : code();
    }

    /** The type that a file's name declares; of the name nothing but its end is looked at. */
    public static Optional<FileType> ofName(String name) {
        String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (FileType type : values()) {
            if (end.equals(type.extension()) || end.equals(type.code())) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
