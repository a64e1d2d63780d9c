package org.torg.portal.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.Message;
import org.torg.api.Refusal;

/**
 * A form as it is being written: what stands in its fields, and why it was not taken. A field is named as the kernel names its
 * part of the input, with dots: what is wrong with {@code /address/city} stands beside {@code address.city}.
 *
 * @param typed what the fields hold, never passwords
 * @param refusal of what was just tried
 */
public record Draft(Fields typed, Optional<Refusal> refusal) {

    public static Draft of(Fields typed) {
        return new Draft(typed, Optional.empty());
    }

    public static Draft of(Map<String, String> values) {
        Fields typed = Fields.NONE;
        for (Map.Entry<String, String> value : values.entrySet()) {
            typed = typed.with(value.getKey(), value.getValue());
        }
        return of(typed);
    }

    /** The same with what was typed, and why it is not done; passwords are typed anew. */
    public static Draft refused(Fields form, Refusal refusal) {
        return new Draft(form.without("password", "current"), Optional.of(refusal));
    }

    public int status() {
        return refusal.map(Refusal::kind).map(Statuses::of).orElse(200);
    }

    public String value(String name) {
        return typed.typed(name);
    }

    public boolean has(String name, String value) {
        return typed.all(name).contains(value);
    }

    /** Why a field is wrong, or one of the things that it lists. */
    public Optional<Message> fault(String name) {
        String pointer = "/" + name.replace('.', '/');
        return details().stream()
                .filter(detail ->
                        detail.field().equals(pointer) || detail.field().startsWith(pointer + "/"))
                .map(Refusal.Detail::message)
                .findFirst();
    }

    /** What is wrong, field by field. */
    public List<Refusal.Detail> details() {
        return refusal.map(Refusal::details).orElse(List.of());
    }

    /** The field of a fault, by its name in the form. */
    public static String field(Refusal.Detail detail) {
        return detail.field()
                .replaceFirst("^/", "")
                .replaceFirst("/[0-9]+$", "")
                .replace('/', '.');
    }

    /** As an element's id, which style sheets and scripts can name. */
    public static String id(String name) {
        return name.replace('.', '-');
    }
}
