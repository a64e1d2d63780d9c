package org.torg.search;

import java.util.Collection;
import java.util.Iterator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.Sku;
import org.torg.api.vendor.VendorId;

/** What an article has in the index. */
final class Fields {

    /** Vendor and SKU; unique. */
    static final String KEY = "key";

    static final String VENDOR = "vendor";
    /** The category and each one above it. */
    static final String IN_CATEGORY = "in";
    /** Code and value, for filters and counts. */
    static final String FACET = "facet";
    /** How the article can be had: a number that is updated by itself. */
    static final String STATE = "state";
    /** SKU, EAN and product code as {@link Words#code}. */
    static final String CODE = "code";
    /** Words as they are written, whatever the language. */
    static final String WORD = "word";
    /** Stems of words by the stemmers of their language. */
    static final String STEM = "stem";
    /** Stems from their end: by it {@code lampe} finds {@code taklampe}. */
    static final String BACK = "back";
    /** Words and stems as {@link Words#folds}. */
    static final String FOLD = "fold";
    /** Stems of descriptions. */
    static final String MORE = "more";

    static final String PRODUCT = "product";

    static final String STORED_NAME = "n";
    static final String STORED_BRAND = "b";
    static final String STORED_CATEGORY = "c";
    static final String STORED_CATEGORY_NAME = "cn";

    static final char SEPARATOR = '\u0001';

    private static final FieldType SCORED = type(IndexOptions.DOCS_AND_FREQS, false);
    private static final FieldType PLAIN = type(IndexOptions.DOCS, true);

    private Fields() {}

    /** Stems of the name in one language: the shorter the name, the better the match. */
    static String name(Language language) {
        return "name." + language.code();
    }

    /** The name as the dictionary of one language sorts it. */
    static String order(Language language) {
        return "order." + language.code();
    }

    static String key(ArticleKey article) {
        return article.vendor().value() + SEPARATOR + article.sku().value();
    }

    static ArticleKey article(String key) {
        int separator = key.indexOf(SEPARATOR);
        return new ArticleKey(new VendorId(key.substring(0, separator)), new Sku(key.substring(separator + 1)));
    }

    static String pair(String first, String second) {
        return first + SEPARATOR + second;
    }

    static Field scored(String name, Collection<String> terms) {
        return new Field(name, new Terms(terms), SCORED);
    }

    static Field plain(String name, Collection<String> terms) {
        return new Field(name, new Terms(terms), PLAIN);
    }

    private static FieldType type(IndexOptions options, boolean omitNorms) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setOmitNorms(omitNorms);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    /** Terms that are ready. */
    private static final class Terms extends TokenStream {
        private final Collection<String> terms;
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private Iterator<String> left;

        Terms(Collection<String> terms) {
            this.terms = terms;
            this.left = terms.iterator();
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (!left.hasNext()) {
                return false;
            }
            term.append(left.next());
            return true;
        }

        @Override
        public void reset() {
            left = terms.iterator();
        }
    }
}
