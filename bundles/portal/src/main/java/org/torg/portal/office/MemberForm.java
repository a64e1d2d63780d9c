package org.torg.portal.office;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.People.Member;
import org.torg.api.account.People.NewMember;
import org.torg.api.account.People.Rights;
import org.torg.api.account.Role;
import org.torg.portal.page.Fields;

/** Somebody of a team as a form says it: who it is, and what the person may do, and where. */
public final class MemberForm {

    private MemberForm() {}

    /** The roles that a team has. */
    public static List<Role> roles(Role.Side side) {
        return Arrays.stream(Role.values()).filter(role -> role.side() == side).toList();
    }

    /** What can be ticked for a colleague, in the order in which the roles name it; to look at the catalogue is everybody's. */
    public static List<Function> ticks() {
        return Role.COLLEAGUE.functions().stream()
                .filter(function -> function != Function.CATALOG_READ)
                .sorted()
                .toList();
    }

    public static NewMember member(Fields form) {
        return new NewMember(
                form.text("email"),
                form.typed("name").strip(),
                form.text("phone"),
                form.text("language").orElse("nb"),
                rights(form));
    }

    public static Rights rights(Fields form) {
        Role role = Role.of(form.typed("role")).orElse(Role.COLLEAGUE);
        Set<LocationId> locations =
                form.all("location").stream().map(LocationId::new).collect(Collectors.toSet());
        boolean customer = role.side() == Role.Side.CUSTOMER;
        boolean everywhere = !customer || role == Role.OWNER || locations.isEmpty();
        return new Rights(
                role,
                role == Role.COLLEAGUE ? ticked(form) : Set.of(),
                everywhere ? Set.of() : locations,
                everywhere,
                customer && !form.typed("shared").isEmpty());
    }

    private static Set<Function> ticked(Fields form) {
        Set<Function> ticked = EnumSet.noneOf(Function.class);
        form.all("function").forEach(code -> Function.of(code).ifPresent(ticked::add));
        if (!ticked.isEmpty()) {
            ticked.add(Function.CATALOG_READ);
        }
        return ticked;
    }

    /** The form with what somebody has now. */
    public static Fields fill(Member member) {
        Rights rights = member.rights();
        return new Fields(java.util.Map.of(
                "role",
                List.of(rights.role().code()),
                "function",
                rights.functions().stream().map(Function::code).toList(),
                "location",
                rights.locations().stream().map(LocationId::value).toList(),
                "shared",
                rights.sharedLogin() ? List.of("yes") : List.of(),
                Fields.VERSION,
                List.of(Long.toString(member.version()))));
    }
}
