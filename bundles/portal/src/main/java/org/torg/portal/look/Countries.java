package org.torg.portal.look;

import java.text.Collator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The countries of the world, as a list to choose from. */
public final class Countries {

    private Countries() {}

    /** Names by ISO 3166-1 code, in the order of the reader's language. */
    public static Map<String, String> of(Reader reader) {
        List<Map.Entry<String, String>> named = new ArrayList<>();
        for (String code : Locale.getISOCountries()) {
            named.add(Map.entry(code, new Locale("", code).getDisplayCountry(reader.locale())));
        }
        Collator collator = Collator.getInstance(reader.locale());
        named.sort((one, other) -> collator.compare(one.getValue(), other.getValue()));
        Map<String, String> countries = new LinkedHashMap<>();
        named.forEach(country -> countries.put(country.getKey(), country.getValue()));
        return countries;
    }
}
