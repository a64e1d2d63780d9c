package org.torg.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.torg.api.catalog.AvailabilityState;
import org.torg.api.catalog.Facet;

/** Counts the values of what a query finds. */
final class FacetCounts {

    private static final Comparator<Facet.Count> ORDER =
            Comparator.comparingLong(Facet.Count::count).reversed().thenComparing(Facet.Count::value);

    private final IndexSearcher searcher;

    FacetCounts(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** In the order of the codes, their values the most frequent first. */
    List<Facet> of(Query query) throws IOException {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer found = weight.scorer(leaf);
            if (found != null) {
                count(leaf, found.iterator(), counts);
            }
        }
        List<Facet> facets = new ArrayList<>();
        counts.forEach((code, values) -> {
            List<Facet.Count> sorted = new ArrayList<>();
            values.forEach((value, count) -> sorted.add(new Facet.Count(value, count)));
            sorted.sort(ORDER);
            facets.add(new Facet(code, sorted));
        });
        return facets;
    }

    private static void count(LeafReaderContext leaf, DocIdSetIterator found, Map<String, Map<String, Long>> counts)
            throws IOException {
        SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), Fields.FACET);
        NumericDocValues states = DocValues.getNumeric(leaf.reader(), Fields.STATE);
        Bits live = leaf.reader().getLiveDocs();
        int[] byValue = new int[Math.toIntExact(values.getValueCount())];
        long[] byState = new long[AvailabilityState.values().length];
        for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
            if (live != null && !live.get(doc)) {
                continue;
            }
            if (states.advanceExact(doc)) {
                byState[(int) states.longValue()]++;
            }
            if (values.advanceExact(doc)) {
                for (int i = values.docValueCount(); i > 0; i--) {
                    byValue[(int) values.nextOrd()]++;
                }
            }
        }
        for (int ordinal = 0; ordinal < byValue.length; ordinal++) {
            if (byValue[ordinal] > 0) {
                String pair = values.lookupOrd(ordinal).utf8ToString();
                int separator = pair.indexOf(Fields.SEPARATOR);
                add(counts, pair.substring(0, separator), pair.substring(separator + 1), byValue[ordinal]);
            }
        }
        for (AvailabilityState state : AvailabilityState.values()) {
            if (byState[States.number(state)] > 0) {
                String word = state.name().toLowerCase(Locale.ROOT).replace('_', '-');
                add(counts, ArticleDocuments.AVAILABILITY, word, byState[States.number(state)]);
            }
        }
    }

    private static void add(Map<String, Map<String, Long>> counts, String code, String value, long count) {
        counts.computeIfAbsent(code, c -> new TreeMap<>()).merge(value, count, Long::sum);
    }
}
