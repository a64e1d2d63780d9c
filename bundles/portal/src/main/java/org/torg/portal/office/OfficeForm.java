package org.torg.portal.office;

import java.util.Optional;
import org.torg.api.Refusal;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Statuses;

/**
 * A form as it was typed, with why it was refused. Fields are called as the kernel calls them, with a hyphen in the place of each
 * slash: {@code billing-line1}.
 */
public record OfficeForm(Fields typed, Optional<Refusal> refusal) {

    public static OfficeForm of(Fields typed) {
        return new OfficeForm(typed, Optional.empty());
    }

    public static OfficeForm refused(Fields typed, Refusal refusal) {
        return new OfficeForm(typed, Optional.of(refusal));
    }

    public String value(String field) {
        return typed.typed(field);
    }

    public boolean isTicked(String field, String value) {
        return typed.all(field).contains(value);
    }

    /** Why a field is wrong: what points to it, or into it. */
    public Optional<Refusal.Detail> fault(String field) {
        return refusal.stream()
                .flatMap(told -> told.details().stream())
                .filter(detail -> isOf(detail.field().replaceFirst("^/", "").replace('/', '-'), field))
                .findFirst();
    }

    private static boolean isOf(String pointer, String field) {
        return pointer.equals(field) || pointer.startsWith(field + "-");
    }

    /** Of the page that shows it. */
    public int status() {
        return refusal.map(Refusal::kind).map(Statuses::of).orElse(200);
    }
}
