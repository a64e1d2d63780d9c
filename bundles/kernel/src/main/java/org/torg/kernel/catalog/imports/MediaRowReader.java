package org.torg.kernel.catalog.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.torg.api.Argument;
import org.torg.api.catalog.Medium;
import org.torg.api.catalog.Sku;
import org.torg.api.store.MediaStore.MediaRow;
import org.torg.api.store.MediaStore.OwnerKind;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.kernel.catalog.media.UnusableFile;

/** Judges the rows of a table of media, with two questions to the database for each chunk. */
final class MediaRowReader implements RowReader<MediaRow> {

    /**
     * A file of the archive.
     *
     * @param hash empty in a dry run
     */
    record Looked(Medium.Kind kind, String hash, Optional<UnusableFile> fault) {

        static Looked good(Medium.Kind kind, String hash) {
            return new Looked(kind, hash, Optional.empty());
        }

        static Looked bad(UnusableFile fault) {
            return new Looked(Medium.Kind.PICTURE, "", Optional.of(fault));
        }
    }

    private record Candidate(Cells cells, MediaRow row, String file) {}

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

    private final VendorDescriptor vendor;
    private final KnownOwners known;
    private final Map<String, Looked> files;
    private final Map<String, Integer> places;
    private final Numerals numerals;
    private final SeenKeys seen = new SeenKeys();

    /** @param files by their names as the table has them */
    MediaRowReader(VendorDescriptor vendor, KnownOwners known, Map<String, Looked> files, CsvForm form) {
        this.vendor = vendor;
        this.known = known;
        this.files = files;
        this.places = RowReader.places(form);
        this.numerals = new Numerals(form.decimals());
    }

    @Override
    public List<MediaRow> read(List<CsvRow> rows, Faults faults) {
        List<Candidate> candidates = new ArrayList<>();
        Set<Sku> skus = new HashSet<>();
        Set<String> categories = new HashSet<>();
        for (CsvRow row : rows) {
            Cells cells = new Cells(row, places, numerals, faults);
            if (row.fault().isPresent()) {
                CsvRow.Fault fault = row.fault().get();
                faults.add(row.line(), "", cells.cell("sku"), fault.code(), fault.message());
            } else {
                Candidate candidate = candidate(cells);
                candidates.add(candidate);
                if (candidate.row().ownerKind() == OwnerKind.CATEGORY) {
                    categories.add(candidate.row().owner());
                } else if (Sku.isValid(candidate.row().owner())) {
                    skus.add(new Sku(candidate.row().owner()));
                }
            }
        }
        Set<Sku> knownSkus = known.skus(skus);
        Set<String> knownCategories = known.categories(categories);
        List<MediaRow> good = new ArrayList<>();
        for (Candidate candidate : candidates) {
            judge(candidate, knownSkus, knownCategories);
            if (candidate.cells().isGood()) {
                good.add(candidate.row());
            }
        }
        return good;
    }

    private Candidate candidate(Cells cells) {
        String sku = cells.cell("sku");
        String category = cells.text("category", 200);
        if (sku.isEmpty() == category.isEmpty()) {
            cells.fault("", "owner-unclear", "A row is for an article or for a category: state one of them.");
        } else if (category.isEmpty() && !Sku.isValid(sku)) {
            cells.fault(
                    "sku", "sku-invalid", "An article number has 1 to 40 letters, digits, dots, hyphens or slashes.");
        }
        Medium.Kind kind = kind(cells);
        String language = cells.cell("language").toLowerCase(Locale.ROOT);
        if (!language.isEmpty() && !LANGUAGE.matcher(language).matches()) {
            cells.fault("language", "language-invalid", "A language is a code of two letters, such as nb.");
        }
        String file = cells.text("file", 200);
        MediaRow row = new MediaRow(
                category.isEmpty() ? OwnerKind.ARTICLE : OwnerKind.CATEGORY,
                category.isEmpty() ? sku : category,
                kind,
                file(cells, file, kind),
                // A picture is for everybody, whatever the language of its title.
                Optional.of(language).filter(code -> kind == Medium.Kind.DOCUMENT && !code.isEmpty()),
                language.isEmpty() ? vendor.languages().get(0) : language,
                cells.text("title", 200),
                RelationRowReader.place(cells));
        return new Candidate(cells, row, file);
    }

    private static Medium.Kind kind(Cells cells) {
        String text = cells.cell("kind").toUpperCase(Locale.ROOT);
        for (Medium.Kind kind : Medium.Kind.values()) {
            if (kind.name().equals(text)) {
                return kind;
            }
        }
        cells.fault("kind", "media-kind-unknown", "Known are picture and document.");
        return Medium.Kind.PICTURE;
    }

    private Optional<String> file(Cells cells, String file, Medium.Kind kind) {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Optional<Looked> looked = Optional.ofNullable(files.get(file));
        if (looked.isEmpty()) {
            cells.fault("file", "file-missing", "The archive has no such file.");
        } else if (looked.get().fault().isPresent()) {
            UnusableFile fault = looked.get().fault().get();
            cells.fault("file", fault.code(), fault.words());
        } else if (looked.get().kind() != kind) {
            cells.fault("file", "media-type-refused", "A picture is a JPEG or a PNG file, a document a PDF file.");
        }
        return looked.map(Looked::hash);
    }

    private void judge(Candidate candidate, Set<Sku> skus, Set<String> categories) {
        Cells cells = candidate.cells();
        MediaRow row = candidate.row();
        if (cells.isGood() && row.ownerKind() == OwnerKind.ARTICLE && !skus.contains(new Sku(row.owner()))) {
            cells.fault("sku", "sku-unknown", "There is no such article.");
        }
        if (cells.isGood() && row.ownerKind() == OwnerKind.CATEGORY && !categories.contains(row.owner())) {
            cells.fault("category", "category-unknown", "There is no such category.");
        }
        if (cells.isGood()) {
            String key = String.join(
                    "\n",
                    row.ownerKind().name(),
                    row.owner(),
                    row.kind().name(),
                    candidate.file(),
                    row.titleLanguage());
            seen.firstLine(key, cells.line())
                    .ifPresent(line ->
                            cells.fault("", "media-duplicate", "Line {0} says the same.", Argument.number(line)));
        }
    }
}
