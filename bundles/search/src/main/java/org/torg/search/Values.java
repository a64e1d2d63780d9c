package org.torg.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;

/** Single values of articles, by the number of their document. */
final class Values {

    private final List<LeafReaderContext> leaves;

    Values(IndexSearcher searcher) {
        this.leaves = searcher.getIndexReader().leaves();
    }

    String text(String field, int document) throws IOException {
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        SortedDocValues values = DocValues.getSorted(leaf.reader(), field);
        return values.advanceExact(document - leaf.docBase)
                ? values.lookupOrd(values.ordValue()).utf8ToString()
                : "";
    }
}
