package org.torg.portal.company;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.People.Rights;
import org.torg.api.account.Role;
import org.torg.portal.page.Fields;

/** The form by which an owner says what somebody may do, and where (H09, H11, H12): how it is filled, and how it is read. */
final class RightsForm {

    static final String ROLE = "rights.role";
    static final String FUNCTIONS = "rights.functions";
    static final String LOCATIONS = "rights.locations";
    static final String WHERE = "rights.everywhere";
    static final String SHARED = "rights.sharedLogin";

    /** What a colleague begins with: buying, without seeing invoices (H10) and without changing anything of the company. */
    static final Rights USUAL = new Rights(Role.COLLEAGUE, Role.BUYER.functions(), Set.of(), true, false);

    private static final String EVERYWHERE = "yes";
    private static final String SOMEWHERE = "no";

    private RightsForm() {}

    static Fields fields(Rights rights) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put(ROLE, List.of(rights.role().code()));
        fields.put(
                FUNCTIONS,
                functions(rights).stream().map(Function::code).sorted().toList());
        fields.put(
                LOCATIONS,
                rights.locations().stream().map(LocationId::value).sorted().toList());
        fields.put(WHERE, List.of(rights.everywhere() ? EVERYWHERE : SOMEWHERE));
        if (rights.sharedLogin()) {
            fields.put(SHARED, List.of(EVERYWHERE));
        }
        return new Fields(fields);
    }

    /** What these rights come to: of a whole role, all of it. */
    static Set<Function> functions(Rights rights) {
        return rights.role() == Role.COLLEAGUE
                ? rights.functions()
                : rights.role().functions();
    }

    /**
     * What was ticked. Of roles that are whole the ticks do not count, and an owner is one everywhere; where nothing was said
     * of places nothing is given, unless the company has none.
     */
    static Rights read(Fields form, boolean hasLocations) {
        Role role = Role.of(form.typed(ROLE)).orElse(Role.COLLEAGUE);
        boolean everywhere =
                role == Role.OWNER || !hasLocations || form.typed(WHERE).equals(EVERYWHERE);
        return new Rights(
                role,
                role == Role.COLLEAGUE ? ticked(form) : Set.of(),
                everywhere
                        ? Set.of()
                        : form.all(LOCATIONS).stream().map(LocationId::new).collect(Collectors.toSet()),
                everywhere,
                form.has(SHARED));
    }

    private static Set<Function> ticked(Fields form) {
        return form.all(FUNCTIONS).stream()
                .map(Function::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** The roles among which an owner chooses, the one with ticks first. */
    static List<Role> roles() {
        return List.of(Role.COLLEAGUE, Role.BUYER, Role.OWNER);
    }

    /** What can be ticked, in the order in which functions are told. */
    static List<Function> tickable() {
        List<Function> functions = new ArrayList<>(Role.COLLEAGUE.functions());
        functions.sort(null);
        return functions;
    }
}
