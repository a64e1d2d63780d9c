package org.torg.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.torg.api.LocalizedText;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.AvailabilityState;
import org.torg.api.catalog.CatalogSearch.Suggestion;
import org.torg.api.catalog.CatalogSearch.Suggestions;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.Facet;
import org.torg.api.catalog.SearchQuery;
import org.torg.api.search.ArticleIndex.Found;
import org.torg.api.vendor.VendorId;

/** Asks one state of the index. */
final class Search {

    /** Of so many of the best articles brands and categories are suggested, and of as many variants products are told. */
    private static final int LOOKED_AT = 60;

    private final IndexSearcher searcher;

    Search(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    Found find(SearchQuery query, Language language, int from, int limit) throws IOException {
        Optional<Query> words = query.text().map(text -> words(text, language, false, false, 0));
        Found found = find(query, words, language, from, limit, false);
        if (found.total() > 0 || query.text().isEmpty()) {
            return found;
        }
        String text = query.text().get();
        Found similar = find(query, Optional.of(words(text, language, false, true, 0)), language, from, limit, true);
        int important = new Question(text, language, false, true).important();
        return similar.total() > 0 || important < 2
                ? similar
                : find(
                        query,
                        Optional.of(words(text, language, false, true, important - 1)),
                        language,
                        from,
                        limit,
                        true);
    }

    private static Query words(String text, Language language, boolean typing, boolean lenient, int needed) {
        return new Question(text, language, typing, lenient).query(needed);
    }

    private Found find(
            SearchQuery query, Optional<Query> words, Language language, int from, int limit, boolean relaxed)
            throws IOException {
        Query narrowed = narrowed(query, words, "");
        int wanted = from + limit;
        TopDocs top = searcher.search(narrowed, Math.max(1, wanted), sort(query, language));
        List<ArticleKey> keys = new ArrayList<>();
        Values values = new Values(searcher);
        for (int i = from; i < Math.min(wanted, top.scoreDocs.length); i++) {
            keys.add(Fields.article(values.text(Fields.KEY, top.scoreDocs[i].doc)));
        }
        long total = searcher.count(narrowed);
        return new Found(keys, total, relaxed, query.withFacets() ? facets(query, words) : List.of());
    }

    private static Sort sort(SearchQuery query, Language language) {
        SortField key = new SortField(Fields.KEY, SortField.Type.STRING);
        SortField name = new SortField(Fields.order(language), SortField.Type.STRING);
        return switch (query.sort()) {
            case RELEVANCE ->
                query.text().isPresent() ? new Sort(SortField.FIELD_SCORE, name, key) : new Sort(name, key);
            case NAME -> new Sort(name, key);
            case SKU -> new Sort(key);
        };
    }

    /** @param but a facet code whose choice does not count */
    private static Query narrowed(SearchQuery query, Optional<Query> words, String but) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(words.orElseGet(MatchAllDocsQuery::new), Occur.MUST);
        query.vendor().ifPresent(vendor -> all.add(term(Fields.VENDOR, vendor.value()), Occur.FILTER));
        query.category().ifPresent(path -> all.add(term(Fields.IN_CATEGORY, path), Occur.FILTER));
        query.facets().forEach((code, values) -> {
            if (!code.equals(but)) {
                BooleanQuery.Builder any = new BooleanQuery.Builder();
                values.forEach(value -> any.add(term(Fields.FACET, Fields.pair(code, value)), Occur.SHOULD));
                all.add(any.build(), Occur.FILTER);
            }
        });
        if (!query.availability().isEmpty() && !but.equals(ArticleDocuments.AVAILABILITY)) {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            for (AvailabilityState state : query.availability()) {
                any.add(NumericDocValuesField.newSlowExactQuery(Fields.STATE, States.number(state)), Occur.SHOULD);
            }
            all.add(any.build(), Occur.FILTER);
        }
        return all.build();
    }

    private static Query term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }

    private List<Facet> facets(SearchQuery query, Optional<Query> words) throws IOException {
        FacetCounts counts = new FacetCounts(searcher);
        Map<String, Facet> facets = new TreeMap<>();
        counts.of(narrowed(query, words, "")).forEach(facet -> facets.put(facet.code(), facet));
        Set<String> chosen = new LinkedHashSet<>(query.facets().keySet());
        if (!query.availability().isEmpty()) {
            chosen.add(ArticleDocuments.AVAILABILITY);
        }
        for (String code : chosen) {
            counts.of(narrowed(query, words, code)).stream()
                    .filter(facet -> facet.code().equals(code))
                    .forEach(facet -> facets.put(code, facet));
        }
        return List.copyOf(facets.values());
    }

    Suggestions suggest(String text, Optional<VendorId> vendor, Language language, int limit) throws IOException {
        TopDocs top = best(text, vendor, language, false);
        if (top.scoreDocs.length == 0) {
            top = best(text, vendor, language, true);
        }
        Map<String, Suggestion> articles = new LinkedHashMap<>();
        Set<String> brands = new LinkedHashSet<>();
        Map<String, Category> categories = new LinkedHashMap<>();
        Values values = new Values(searcher);
        for (ScoreDoc hit : top.scoreDocs) {
            String product = values.text(Fields.PRODUCT, hit.doc);
            if (articles.size() >= limit || articles.containsKey(product)) {
                continue;
            }
            Document stored = searcher.storedFields().document(hit.doc);
            ArticleKey article = Fields.article(values.text(Fields.KEY, hit.doc));
            String brand = Optional.ofNullable(stored.get(Fields.STORED_BRAND)).orElse("");
            articles.put(product, new Suggestion(article, text(stored, Fields.STORED_NAME), brand));
            if (!brand.isEmpty()) {
                brands.add(brand);
            }
            Optional.ofNullable(stored.get(Fields.STORED_CATEGORY))
                    .ifPresent(path -> categories.put(
                            Fields.pair(article.vendor().value(), path),
                            new Category(article.vendor(), path, text(stored, Fields.STORED_CATEGORY_NAME))));
        }
        return new Suggestions(List.copyOf(articles.values()), List.copyOf(brands), List.copyOf(categories.values()));
    }

    private TopDocs best(String text, Optional<VendorId> vendor, Language language, boolean lenient)
            throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(words(text, language, true, lenient, 0), Occur.MUST);
        vendor.ifPresent(one -> all.add(term(Fields.VENDOR, one.value()), Occur.FILTER));
        return searcher.search(all.build(), LOOKED_AT);
    }

    private static LocalizedText text(Document stored, String field) {
        Map<String, String> texts = new TreeMap<>();
        for (String pair : stored.getValues(field)) {
            int separator = pair.indexOf(Fields.SEPARATOR);
            texts.put(pair.substring(0, separator), pair.substring(separator + 1));
        }
        return new LocalizedText(texts);
    }
}
