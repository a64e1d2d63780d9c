package org.torg.portal.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.Refusal;
import org.torg.portal.capability.Words;
import org.torg.portal.page.Fields;

/**
 * A form that comes back with what was typed.
 *
 * @param form its name; empty when nothing was sent
 * @param faults what is wrong with which field, by its name
 * @param told what is wrong with the whole, and with no field of it
 */
public record Filled(String form, Fields typed, Map<String, String> faults, List<String> told) {

    /** The field that says which form of the page was sent. */
    static final String FORM = "form";

    public static final Filled NOTHING = new Filled("", Fields.NONE, Map.of(), List.of());

    public static Filled faulty(String form, Fields typed, Map<String, String> faults) {
        return new Filled(form, typed, faults, List.of());
    }

    /** What names a field stands beside it. */
    static Filled refused(String form, Fields typed, Refusal refusal, Words words) {
        Map<String, String> faults = new LinkedHashMap<>();
        List<String> told = new java.util.ArrayList<>();
        told.add(words.of(refusal));
        for (Refusal.Detail detail : refusal.details()) {
            String field = detail.field().replaceFirst("^/", "");
            if (typed.has(field)) {
                faults.putIfAbsent(field, words.of(detail));
            } else {
                told.add(words.of(detail));
            }
        }
        return new Filled(form, typed, faults, told);
    }

    public boolean is(String name) {
        return form.equals(name);
    }

    public Optional<String> fault(String name, String field) {
        return is(name) ? Optional.ofNullable(faults.get(field)) : Optional.empty();
    }
}
