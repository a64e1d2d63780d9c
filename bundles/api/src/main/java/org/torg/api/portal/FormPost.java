package org.torg.api.portal;

import java.util.Map;
import java.util.Optional;
import org.torg.api.IdempotencyKey;

/**
 * A form that was sent, each field of its type and within its limits: what was not has been told beside the field before anybody is
 * asked.
 *
 * @param form the name of the form or the deed
 * @param values of the fields by their names; a field that was left empty is absent
 * @param key the same however often the same form is sent
 */
public record FormPost(PageVisit visit, String form, Map<String, FieldValue> values, IdempotencyKey key) {

    public FormPost {
        values = Map.copyOf(values);
    }

    public Optional<FieldValue> value(String field) {
        return Optional.ofNullable(values.get(field));
    }
}
