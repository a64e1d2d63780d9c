package org.torg.persistence.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.torg.api.LocalizedText;
import org.torg.api.catalog.Medium;
import org.torg.api.store.MediaStore.OwnedMedium;
import org.torg.persistence.tx.Row;

/**
 * Puts together what was read in the order of activation: rows of one file, which differ by language and by size, are one medium.
 */
final class MediaRows {

    private record Group(String owner, Medium.Kind kind) {}

    /** The files of one activation. */
    private static final class Shown {
        private final long activation;
        private final Map<String, Parts> files = new LinkedHashMap<>();

        Shown(long activation) {
            this.activation = activation;
        }
    }

    private static final class Parts {
        private final Map<String, String> titles = new TreeMap<>();
        private final SortedSet<String> languages = new TreeSet<>();
        private final Map<String, Medium.Size> sizes = new LinkedHashMap<>();
        private boolean forEverybody;
        private String mediaType = "";
        private String name = "";
        private long bytes;
    }

    private final Map<Group, Shown> shown = new LinkedHashMap<>();

    /** Answers nothing of interest. */
    boolean take(Row row) throws SQLException {
        Group group = new Group(row.text("owner"), Medium.Kind.valueOf(row.text("kind")));
        long activation = row.number("activation");
        Shown last = shown.get(group);
        if (last == null || last.activation < activation) {
            last = new Shown(activation);
            shown.put(group, last);
        }
        if (row.optionalText("hash").isPresent()) {
            add(row, group.kind(), last.files.computeIfAbsent(row.text("main"), main -> new Parts()));
        }
        return true;
    }

    private static void add(Row row, Medium.Kind kind, Parts parts) throws SQLException {
        String title = row.text("title");
        if (!title.isEmpty()) {
            parts.titles.putIfAbsent(row.text("title_language"), title);
        }
        String meantFor = row.text("meant_for");
        if (meantFor.isEmpty()) {
            parts.forEverybody = true;
        } else {
            parts.languages.add(meantFor);
        }
        String hash = row.text("hash");
        if (hash.equals(row.text("main"))) {
            parts.mediaType = row.text("media_type");
            parts.name = row.text("name");
            parts.bytes = row.number("bytes");
        }
        if (kind == Medium.Kind.PICTURE) {
            parts.sizes.put(hash, new Medium.Size(hash, row.integer("width"), row.integer("height")));
        }
    }

    List<OwnedMedium> media() {
        List<OwnedMedium> media = new ArrayList<>();
        for (Medium.Kind kind : Medium.Kind.values()) {
            shown.forEach((group, files) -> {
                if (group.kind() == kind) {
                    files.files.forEach(
                            (main, parts) -> media.add(new OwnedMedium(group.owner(), medium(kind, main, parts))));
                }
            });
        }
        return media;
    }

    private static Medium medium(Medium.Kind kind, String main, Parts parts) {
        return new Medium(
                kind,
                main,
                parts.mediaType,
                parts.name,
                parts.bytes,
                new LocalizedText(parts.titles),
                parts.forEverybody ? List.of() : List.copyOf(parts.languages),
                List.copyOf(parts.sizes.values()));
    }
}
