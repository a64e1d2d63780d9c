package org.torg.kernel.quickorder;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How people name the two columns in Norwegian, Swedish, Danish, Finnish and English. */
final class HeaderWords {

    private static final Set<String> ARTICLE = Set.of(
            "article",
            "articleno",
            "articlenumber",
            "articlenr",
            "sku",
            "item",
            "itemno",
            "itemnumber",
            "partno",
            "partnumber",
            "productno",
            "productnumber",
            "productcode",
            "code",
            "vare",
            "varenr",
            "varenummer",
            "artikkel",
            "artikkelnr",
            "artikkelnummer",
            "produkt",
            "produktnr",
            "produktnummer",
            "artikel",
            "artikelnr",
            "artikelnummer",
            "artnr",
            "artnummer",
            "varunr",
            "varunummer",
            "tuote",
            "tuotenro",
            "tuotenumero",
            "tuotekoodi",
            "nimike",
            "nimikenro",
            "nimikenumero",
            "nimikekoodi",
            "koodi");

    private static final Set<String> QUANTITY = Set.of(
            "quantity",
            "qty",
            "amount",
            "count",
            "number",
            "pieces",
            "pcs",
            "antall",
            "ant",
            "mengde",
            "stk",
            "antal",
            "mangd",
            "st",
            "styck",
            "kvantitet",
            "maengde",
            "maara",
            "kpl",
            "lukumaara",
            "kappalemaara");

    private HeaderWords() {}

    /**
     * Where the columns stand.
     *
     * @param quantity empty when no column bears a name for it
     */
    record Columns(int article, Optional<Integer> quantity) {

        /** Without a header. */
        static final Columns FIRST_TWO = new Columns(0, Optional.of(1));
    }

    /** The columns, if this is a header; it is one when it names the article. */
    static Optional<Columns> of(List<String> cells) {
        Optional<Integer> article = Optional.empty();
        Optional<Integer> quantity = Optional.empty();
        for (int i = 0; i < cells.size(); i++) {
            String word = word(cells.get(i));
            if (article.isEmpty() && ARTICLE.contains(word)) {
                article = Optional.of(i);
            } else if (quantity.isEmpty() && QUANTITY.contains(word)) {
                quantity = Optional.of(i);
            }
        }
        Optional<Integer> count = quantity;
        return article.map(at -> new Columns(at, count));
    }

    /** In small letters without accents, and nothing but letters. */
    private static String word(String cell) {
        String plain = cell.toLowerCase(Locale.ROOT)
                .replace("\u00e6", "ae")
                .replace("\u00f8", "o")
                .replace("\u00e5", "a");
        return Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("[^a-z]", "");
    }
}
