package org.torg.contract;

import static org.torg.contract.ContractViolation.Kind.CONFLICT;
import static org.torg.contract.ContractViolation.Kind.TEXT_MISSING;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.torg.api.vendor.Texts;

/** The texts of a set: each part's complete in the vendor's languages, none in another's place. */
final class MergedTexts {

    private static final int LONGEST = 4_000;
    private static final int MOST = 5_000;

    private final List<String> languages;
    private final Map<String, Map<String, String>> merged = new TreeMap<>();

    MergedTexts(List<String> languages) {
        this.languages = languages;
        languages.forEach(language -> merged.put(language, new HashMap<>()));
    }

    /** Other languages than the vendor's are left out: nobody wants a page in two of them. */
    void add(Violations violations, Texts texts) {
        TreeSet<String> keys = new TreeSet<>();
        texts.byLanguage().values().forEach(language -> keys.addAll(language.keySet()));
        for (String language : languages) {
            Map<String, String> own = texts.byLanguage().getOrDefault(language, Map.of());
            TreeSet<String> missing = new TreeSet<>(keys);
            missing.removeIf(key -> !own.getOrDefault(key, "").isBlank());
            violations.require(missing.isEmpty(), TEXT_MISSING, "no text in " + language + " for " + missing);
            violations.require(own.size() <= MOST, "more than " + MOST + " texts in " + language);
            own.forEach((key, pattern) -> add(violations, language, key, pattern));
        }
    }

    private void add(Violations violations, String language, String key, String pattern) {
        String before = merged.getOrDefault(language, Map.of()).getOrDefault(key, pattern);
        violations.require(
                before.equals(pattern), CONFLICT, "the text of " + key + " is another than that of another part");
        violations.require(pattern.length() <= LONGEST, "the text of " + key + " in " + language + " is too long");
        violations.require(
                isPattern(pattern), "the text of " + key + " in " + language + " is no pattern of MessageFormat");
        merged.computeIfAbsent(language, none -> new HashMap<>()).put(key, pattern);
    }

    private static boolean isPattern(String pattern) {
        try {
            return new MessageFormat(pattern).getFormats() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    Texts merged() {
        return new Texts(merged);
    }
}
