package org.torg.search;

import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;

/** A language in which articles are described and searched. */
enum Language {
    DA(DanishStemmer::new, DanishAnalyzer.getDefaultStopSet()),
    EN(EnglishStemmer::new, EnglishAnalyzer.getDefaultStopSet()),
    FI(FinnishStemmer::new, FinnishAnalyzer.getDefaultStopSet()),
    NB(NorwegianStemmer::new, NorwegianAnalyzer.getDefaultStopSet()),
    SV(SwedishStemmer::new, SwedishAnalyzer.getDefaultStopSet());

    static final List<Language> ALL = List.of(values());

    private final Supplier<SnowballStemmer> stemmers;
    private final CharArraySet unimportant;

    Language(Supplier<SnowballStemmer> stemmers, CharArraySet unimportant) {
        this.stemmers = stemmers;
        this.unimportant = unimportant;
    }

    /** English for a language that is not among them. */
    static Language of(Locale locale) {
        return switch (locale.getLanguage()) {
            case "da" -> DA;
            case "fi" -> FI;
            case "nb", "no", "nn" -> NB;
            case "sv" -> SV;
            default -> EN;
        };
    }

    /** As a language tag, such as {@code nb}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Locale locale() {
        return Locale.forLanguageTag(code());
    }

    /** In the language's own letters. */
    String stem(String word) {
        SnowballStemmer stemmer = stemmers.get();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    /** Whether the word, such as <i>for</i> or <i>med</i>, says nothing of what is looked for. */
    boolean isUnimportant(String word) {
        return unimportant.contains(word);
    }

    /** Not safe for several threads. */
    Collator collator() {
        return Collator.getInstance(locale());
    }
}
