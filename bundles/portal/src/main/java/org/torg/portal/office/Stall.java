package org.torg.portal.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Function;
import org.torg.api.account.Scope;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Visit;

/**
 * The vendor whose work somebody does just now.
 *
 * @param all whose work this person may do, in the order of the tabs
 */
public record Stall(VendorId vendor, List<VendorId> all) {

    /** The name of the query's field. */
    public static final String FIELD = "vendor";

    public Stall {
        all = List.copyOf(all);
    }

    /**
     * The one that the query names, else the first of those that are here now.
     *
     * @param rights one of them suffices
     */
    public static Stall present(Visit visit, Function... rights) {
        return chosen(visit.query(), present(visit, List.of(rights)));
    }

    /** The same, with vendors that are away: those for which this person works by name. */
    public static Stall anywhere(Visit visit, Function right) {
        List<VendorId> all = new ArrayList<>(present(visit, List.of(right)));
        visit.caller().grants().stream()
                .filter(grant -> grant.function() == right)
                .flatMap(grant -> grant.scope() instanceof Scope.OfVendor of ? Stream.of(of.vendor()) : Stream.empty())
                .filter(vendor -> !all.contains(vendor))
                .forEach(all::add);
        return chosen(visit.query(), all);
    }

    private static List<VendorId> present(Visit visit, List<Function> rights) {
        return visit.reader().vendors().stream()
                .map(VendorDescriptor::id)
                .filter(vendor ->
                        rights.stream().anyMatch(right -> visit.caller().may(right, Scope.of(vendor))))
                .toList();
    }

    /** The one that a form names, where it does. */
    public Stall choosing(Fields form) {
        return chosen(form, all);
    }

    /** At this vendor, which a path names. */
    public Stall at(String vendor) {
        return chosen(Fields.NONE.with(FIELD, vendor), all);
    }

    private static Stall chosen(Fields fields, List<VendorId> all) {
        Optional<VendorId> asked = fields.text(FIELD).map(VendorId::new);
        if (all.isEmpty()) {
            throw new RefusedException(Refusal.notFound("page"));
        }
        if (asked.filter(vendor -> !all.contains(vendor)).isPresent()) {
            throw new RefusedException(Refusal.notFound("vendor"));
        }
        return new Stall(asked.orElse(all.get(0)), all);
    }
}
