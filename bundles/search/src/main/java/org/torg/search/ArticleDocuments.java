package org.torg.search;

import java.text.Collator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.torg.api.LocalizedText;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.Variant;
import org.torg.api.search.IndexedArticle;

/** Writes articles as documents. Used by one thread. */
final class ArticleDocuments {

    static final String BRAND = "brand";
    static final String CATEGORY = "category";
    static final String AVAILABILITY = "availability";

    private static final Set<String> TAKEN = Set.of(BRAND, CATEGORY, AVAILABILITY);

    private final Map<Language, Collator> collators = new EnumMap<>(Language.class);

    ArticleDocuments() {
        Language.ALL.forEach(language -> collators.put(language, language.collator()));
    }

    Document of(IndexedArticle article) {
        Document document = new Document();
        Variant variant = article.variant();
        String key = Fields.key(article.key());
        document.add(new StringField(Fields.KEY, key, Field.Store.NO));
        document.add(new SortedDocValuesField(Fields.KEY, new BytesRef(key)));
        document.add(new StringField(Fields.VENDOR, variant.vendor().value(), Field.Store.NO));
        document.add(new SortedDocValuesField(
                Fields.PRODUCT, new BytesRef(Fields.pair(variant.vendor().value(), variant.product()))));
        document.add(new NumericDocValuesField(Fields.STATE, States.number(article.state())));
        categories(document, article);
        facets(document, variant);
        codes(document, variant);
        words(document, article);
        order(document, variant.name());
        store(document, article);
        return document;
    }

    private static void categories(Document document, IndexedArticle article) {
        String path = article.variant().category();
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            document.add(new StringField(Fields.IN_CATEGORY, path.substring(0, slash), Field.Store.NO));
        }
        document.add(new StringField(Fields.IN_CATEGORY, path, Field.Store.NO));
    }

    private static void facets(Document document, Variant variant) {
        variant.attributes().forEach((code, value) -> {
            if (!TAKEN.contains(code)) {
                facet(document, code, value);
            }
        });
        facet(document, BRAND, variant.brand());
        facet(document, CATEGORY, variant.category());
    }

    private static void facet(Document document, String code, String value) {
        if (!value.isBlank()) {
            String pair = Fields.pair(code, value);
            document.add(new StringField(Fields.FACET, pair, Field.Store.NO));
            document.add(new SortedSetDocValuesField(Fields.FACET, new BytesRef(pair)));
        }
    }

    private static void codes(Document document, Variant variant) {
        Set<String> codes = new LinkedHashSet<>();
        codes.add(Words.code(variant.sku().value()));
        variant.ean().map(Words::code).ifPresent(codes::add);
        codes.add(Words.code(variant.product()));
        codes.forEach(code -> document.add(new StringField(Fields.CODE, code, Field.Store.NO)));
    }

    private static void words(Document document, IndexedArticle article) {
        Variant variant = article.variant();
        Set<String> words = new LinkedHashSet<>();
        Set<String> stems = new LinkedHashSet<>();
        variant.name().byLanguage().forEach((tag, text) -> {
            List<String> found = gather(Language.of(Locale.forLanguageTag(tag)), text, words, stems);
            if (isOne(tag)) {
                document.add(Fields.scored(Fields.name(Language.of(Locale.forLanguageTag(tag))), found));
            }
        });
        for (Category category : article.categories()) {
            category.name()
                    .byLanguage()
                    .forEach((tag, text) -> gather(Language.of(Locale.forLanguageTag(tag)), text, words, stems));
        }
        List<String> others = new ArrayList<>(variant.attributes().values());
        others.addAll(List.of(variant.brand(), variant.sku().value(), variant.product()));
        for (String other : others) {
            Words.of(other).forEach(word -> words.add(Words.letters(word)));
        }
        stems.addAll(words);
        Set<String> more = new LinkedHashSet<>();
        variant.description()
                .byLanguage()
                .forEach((tag, text) ->
                        gather(Language.of(Locale.forLanguageTag(tag)), text, new LinkedHashSet<>(), more));
        document.add(Fields.plain(Fields.WORD, words));
        document.add(Fields.plain(Fields.STEM, stems));
        document.add(Fields.plain(Fields.BACK, backwards(stems)));
        document.add(Fields.plain(Fields.FOLD, folded(stems)));
        document.add(Fields.plain(Fields.MORE, more));
    }

    private static boolean isOne(String tag) {
        return Language.ALL.stream().anyMatch(language -> language.code().equals(tag));
    }

    /** Answers the stems in the order of the text. */
    private static List<String> gather(Language language, String text, Set<String> words, Set<String> stems) {
        List<String> found = new ArrayList<>();
        for (String word : Words.of(text)) {
            words.add(Words.letters(word));
            found.add(Words.letters(language.stem(word)));
        }
        stems.addAll(found);
        return found;
    }

    private static Set<String> backwards(Set<String> stems) {
        Set<String> backwards = new LinkedHashSet<>();
        for (String stem : stems) {
            if (stem.length() > Question.SHORTEST_PART) {
                backwards.add(new StringBuilder(stem).reverse().toString());
            }
        }
        return backwards;
    }

    private static Set<String> folded(Set<String> stems) {
        Set<String> folded = new LinkedHashSet<>();
        stems.forEach(stem -> folded.addAll(Words.folds(stem)));
        return folded;
    }

    private void order(Document document, LocalizedText name) {
        collators.forEach((language, collator) -> document.add(new SortedDocValuesField(
                Fields.order(language),
                new BytesRef(
                        collator.getCollationKey(name.in(language.locale())).toByteArray()))));
    }

    private static void store(Document document, IndexedArticle article) {
        Variant variant = article.variant();
        texts(document, Fields.STORED_NAME, variant.name());
        document.add(new StoredField(Fields.STORED_BRAND, variant.brand()));
        document.add(new StoredField(Fields.STORED_CATEGORY, variant.category()));
        article.categories().stream()
                .filter(category -> category.path().equals(variant.category()))
                .forEach(own -> texts(document, Fields.STORED_CATEGORY_NAME, own.name()));
    }

    private static void texts(Document document, String field, LocalizedText text) {
        text.byLanguage()
                .forEach((language, words) -> document.add(new StoredField(field, Fields.pair(language, words))));
    }
}
