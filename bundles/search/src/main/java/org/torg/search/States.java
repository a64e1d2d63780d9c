package org.torg.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.torg.api.catalog.AvailabilityState;

/** How articles could be had when the index last heard of it. */
final class States {

    private final IndexSearcher searcher;

    States(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** As it stands in the index. */
    static int number(AvailabilityState state) {
        return switch (state) {
            case IN_STOCK -> 0;
            case SOLD_OUT -> 1;
            case BACKORDER -> 2;
            case MADE_TO_ORDER -> 3;
        };
    }

    /** Whether the article is in the index with another state. */
    boolean differs(Term key, long state) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            TermsEnum terms = org.apache.lucene.index.Terms.getTerms(leaf.reader(), key.field())
                    .iterator();
            if (terms.seekExact(key.bytes())) {
                Bits live = leaf.reader().getLiveDocs();
                PostingsEnum found = terms.postings(null, PostingsEnum.NONE);
                NumericDocValues states = leaf.reader().getNumericDocValues(Fields.STATE);
                for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
                    if ((live == null || live.get(doc)) && states != null && states.advanceExact(doc)) {
                        return states.longValue() != state;
                    }
                }
            }
        }
        return false;
    }
}
