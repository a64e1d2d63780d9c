package org.torg.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.torg.api.catalog.SearchQuery;

/**
 * What a text asks for. The text is nothing but words: no sign in it means anything. A word counts by the best way in which an article has it;
 * the ways are apart so far that a better one always wins: as an article number, as it is written, in another form of
 * the caller's language, of another one, as part of a compound, without its own letters, in the description.
 *
 * @param typing whether the last word may be incomplete
 * @param lenient whether a word may also be a similar one
 */
record Question(String text, Language language, boolean typing, boolean lenient) {

    /** The shortest stem that is looked for inside compounds. */
    static final int SHORTEST_PART = 4;

    private static final int SHORTEST_CODE = 3;
    private static final int SHORTEST_MISSPELT = 4;
    private static final int LONG = 8;
    private static final int SIMILAR = 40;

    /** @param needed how many of the important words must be there; 0: all */
    Query query(int needed) {
        List<String> parts = parts();
        List<Query> must = new ArrayList<>();
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        for (int i = 0; i < parts.size(); i++) {
            Query part = part(parts.get(i), typing && i == parts.size() - 1);
            if (part instanceof MatchNoDocsQuery) {
                continue;
            }
            if (parts.size() > 1 && isUnimportant(parts.get(i))) {
                words.add(part, Occur.SHOULD);
            } else {
                must.add(part);
            }
        }
        if (must.isEmpty()) {
            return parts.size() > 1 ? onlyUnimportant(parts) : new MatchNoDocsQuery();
        }
        if (needed > 0 && needed < must.size()) {
            BooleanQuery.Builder some = new BooleanQuery.Builder();
            must.forEach(part -> some.add(part, Occur.SHOULD));
            words.add(some.setMinimumNumberShouldMatch(needed).build(), Occur.MUST);
        } else {
            must.forEach(part -> words.add(part, Occur.MUST));
        }
        String code = Words.code(text);
        return code.isEmpty() || parts.size() == 1
                ? words.build()
                : new DisjunctionMaxQuery(List.of(words.build(), worth(1000, term(Fields.CODE, code))), 0);
    }

    /** How many words a text has that must be found. */
    int important() {
        return (int) parts().stream().filter(part -> !isUnimportant(part)).count();
    }

    private Query onlyUnimportant(List<String> parts) {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        parts.forEach(part -> words.add(part(part, false), Occur.MUST));
        return words.build();
    }

    private List<String> parts() {
        String cut = text.substring(0, Math.min(text.length(), SearchQuery.MAX_TEXT));
        return List.of(cut.strip().split("[\\s\\p{Z}]+")).stream()
                .filter(part -> !Words.code(part).isEmpty())
                .limit(SearchQuery.MAX_WORDS)
                .toList();
    }

    private boolean isUnimportant(String part) {
        List<String> words = Words.of(part);
        return words.size() == 1 && language.isUnimportant(words.get(0));
    }

    private Query part(String part, boolean last) {
        String code = Words.code(part);
        List<Query> ways = new ArrayList<>();
        ways.add(worth(100, term(Fields.CODE, code)));
        if (last || (code.length() >= SHORTEST_CODE && code.chars().anyMatch(Character::isDigit))) {
            ways.add(worth(last ? 6.5f : 20, new PrefixQuery(new Term(Fields.CODE, code))));
        }
        List<String> words = Words.of(part);
        if (words.size() == 1) {
            ways.add(word(words.get(0), last));
        } else if (!words.isEmpty()) {
            BooleanQuery.Builder all = new BooleanQuery.Builder();
            for (int i = 0; i < Math.min(words.size(), SearchQuery.MAX_WORDS); i++) {
                all.add(word(words.get(i), last && i == words.size() - 1), Occur.MUST);
            }
            ways.add(all.build());
        }
        return new DisjunctionMaxQuery(ways, 0);
    }

    private Query word(String written, boolean last) {
        String word = Words.letters(written);
        String own = Words.letters(language.stem(written));
        List<Query> ways = new ArrayList<>();
        ways.add(worth(8, term(Fields.WORD, word)));
        ways.add(worth(7, term(Fields.name(language), own)));
        Set<String> stems = stems(written);
        stems.forEach(stem -> ways.add(worth(5, term(Fields.STEM, stem))));
        if (last) {
            ways.add(worth(6, new PrefixQuery(new Term(Fields.WORD, word))));
        }
        if (own.length() >= SHORTEST_PART) {
            ways.add(worth(
                    3,
                    new PrefixQuery(new Term(
                            Fields.BACK, new StringBuilder(own).reverse().toString()))));
            ways.add(worth(2.5f, new PrefixQuery(new Term(Fields.STEM, own))));
        }
        if (Words.isPlain(word)) {
            ways.add(worth(2, last ? new PrefixQuery(new Term(Fields.FOLD, word)) : term(Fields.FOLD, word)));
            stems.forEach(stem -> ways.add(worth(1.8f, term(Fields.FOLD, stem))));
        }
        if (!last) {
            stems.forEach(stem -> ways.add(worth(1.5f, term(Fields.MORE, stem))));
        }
        if (lenient && word.length() >= SHORTEST_MISSPELT) {
            int edits = word.length() >= LONG ? 2 : 1;
            ways.add(similar(Fields.WORD, word, edits));
            ways.add(similar(Fields.STEM, own, edits));
            ways.add(similar(Fields.FOLD, word, edits));
        }
        // Of two that have the word alike, the one that says less besides it comes first.
        return new BooleanQuery.Builder()
                .add(new DisjunctionMaxQuery(ways, 0), Occur.MUST)
                .add(new BoostQuery(term(Fields.name(language), own), 0.01f), Occur.SHOULD)
                .build();
    }

    private static Set<String> stems(String written) {
        Set<String> stems = new LinkedHashSet<>();
        Language.ALL.forEach(language -> stems.add(Words.letters(language.stem(written))));
        return stems;
    }

    private static Query similar(String field, String word, int edits) {
        return worth(
                1,
                new FuzzyQuery(
                        new Term(field, word), Math.min(edits, Math.max(1, word.length() - 2)), 1, SIMILAR, true));
    }

    private static Query term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }

    private static Query worth(float points, Query way) {
        return new BoostQuery(new ConstantScoreQuery(way), points);
    }
}
