package org.torg.rest;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.torg.api.LocalizedText;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.AvailabilityState;
import org.torg.api.catalog.CatalogMedia;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.Medium;
import org.torg.api.catalog.RelatedArticle;
import org.torg.api.catalog.Relation;
import org.torg.api.catalog.Sku;

/** Everything has the same picture, and articles a document and a spare part. */
public final class SmallMedia implements CatalogMedia {

    static final String SMALL = "a".repeat(64);
    static final String LARGE = "b".repeat(64);
    static final String DOCUMENT = "c".repeat(64);
    static final byte[] BYTES = {1, 2, 3};

    private static final Medium PICTURE = new Medium(
            Medium.Kind.PICTURE,
            LARGE,
            "image/png",
            "lamp.png",
            BYTES.length,
            new LocalizedText(Map.of("nb", "En lampe", "en", "A lamp")),
            List.of(),
            List.of(new Medium.Size(SMALL, 160, 120), new Medium.Size(LARGE, 480, 360)));
    private static final Medium SHEET = new Medium(
            Medium.Kind.DOCUMENT,
            DOCUMENT,
            "application/pdf",
            "målskisse \"1\".pdf",
            BYTES.length,
            LocalizedText.of("nb", "Målskisse"),
            List.of("nb"),
            List.of());

    @Override
    public Extras of(Caller caller, ArticleKey article) {
        return new Extras(
                List.of(PICTURE, SHEET),
                List.of(new RelatedArticle(
                        Relation.SPARE_PART,
                        new ArticleKey(Samples.VENDOR, new Sku("SL-9001")),
                        Samples.LAMP,
                        "Nordlys",
                        AvailabilityState.IN_STOCK,
                        Optional.of(PICTURE))));
    }

    @Override
    public Map<ArticleKey, Medium> pictures(Caller caller, Collection<ArticleKey> articles) {
        return articles.stream().collect(Collectors.toMap(Function.identity(), article -> PICTURE));
    }

    @Override
    public Map<Category, Medium> categoryPictures(Caller caller, Collection<Category> categories) {
        return categories.stream().collect(Collectors.toMap(Function.identity(), category -> PICTURE));
    }

    @Override
    public Outcome<Content> open(Caller caller, String hash) {
        return List.of(SMALL, LARGE, DOCUMENT).contains(hash)
                ? Outcome.done(new Bytes(hash.equals(DOCUMENT) ? SHEET : PICTURE))
                : Outcome.refused(Refusal.notFound("media"));
    }

    private record Bytes(Medium medium) implements Content {

        @Override
        public String mediaType() {
            return medium.mediaType();
        }

        @Override
        public String fileName() {
            return medium.fileName();
        }

        @Override
        public long bytes() {
            return BYTES.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(BYTES);
        }
    }
}
