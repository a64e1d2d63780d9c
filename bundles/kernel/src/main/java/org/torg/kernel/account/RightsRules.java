package org.torg.kernel.account;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.Membership;
import org.torg.api.account.People.Rights;
import org.torg.api.account.People.Team;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.Transactions.Tx;

/** Which rights can be given in a team, by whom, and what they are as memberships. */
@Component(service = RightsRules.class)
public final class RightsRules {

    private static final int MOST_LOCATIONS = 500;

    private final PeopleStore people;

    @Activate
    public RightsRules(@Reference PeopleStore people) {
        this.people = people;
    }

    /**
     * Why these rights cannot be given; empty when they can. Costs at most two statements.
     *
     * @param entry as whom the caller comes
     */
    Optional<Refusal> objection(Tx tx, Caller caller, TeamGate.Entry entry, Team team, Rights rights) {
        return form(team, rights)
                .or(() -> places(tx, team, rights))
                .or(() -> entry.asStaff()
                        ? beyondProgram(caller, memberships(team, rights))
                        : beyond(caller, memberships(team, rights)));
    }

    private static Optional<Refusal> form(Team team, Rights rights) {
        Role.Side side = team instanceof Team.OfAccount ? Role.Side.CUSTOMER : Role.Side.STAFF;
        if (rights.role().side() != side) {
            return refused("role-invalid", "/rights/role", "This role does not belong to this team.");
        }
        boolean ticks =
                rights.role() == Role.COLLEAGUE && rights.role().functions().containsAll(rights.functions());
        if (!rights.functions().isEmpty() && !ticks) {
            return refused(
                    "functions-invalid",
                    "/rights/functions",
                    "Functions are ticked for colleagues, among those that a colleague can have.");
        }
        if (rights.role() == Role.COLLEAGUE && rights.functions().isEmpty()) {
            return refused(
                    "functions-missing",
                    "/rights/functions",
                    "Tick at least one function: without any, nothing is given.");
        }
        boolean nowhere = side == Role.Side.STAFF || rights.role() == Role.OWNER || rights.everywhere();
        if ((nowhere && !rights.locations().isEmpty()) || rights.locations().size() > MOST_LOCATIONS) {
            return refused(
                    "locations-invalid",
                    "/rights/locations",
                    "Locations are for people of a customer who have not the whole account.");
        }
        return side == Role.Side.STAFF && rights.sharedLogin()
                ? refused("role-invalid", "/rights/sharedLogin", "Staff do not share a login.")
                : Optional.empty();
    }

    private Optional<Refusal> places(Tx tx, Team team, Rights rights) {
        if (!(team instanceof Team.OfAccount of) || isWhole(rights)) {
            return Optional.empty();
        }
        if (rights.locations().isEmpty()) {
            return people.hasLocations(tx, of.account())
                    ? refused(
                            "locations-missing",
                            "/rights/locations",
                            "Name at least one location, or give rights everywhere.")
                    : Optional.empty();
        }
        return people.known(tx, of.account(), rights.locations()).containsAll(rights.locations())
                ? Optional.empty()
                : Optional.of(Refusal.notFound("location"));
    }

    private static boolean isWhole(Rights rights) {
        return rights.everywhere() || rights.role() == Role.OWNER;
    }

    /**
     * Why a program cannot hand these over. Staff set up customers, who may other things than they; a program does so only
     * within what its token was made for.
     */
    public static Optional<Refusal> beyondProgram(Caller caller, Collection<Membership> memberships) {
        return caller.subject() instanceof Caller.Subject.Token ? beyond(caller, memberships) : Optional.empty();
    }

    /** Nobody gives more than the caller has, at each of these places (H11, H12). */
    private static Optional<Refusal> beyond(Caller caller, Collection<Membership> memberships) {
        for (Membership membership : memberships) {
            for (Function function : membership.functions()) {
                if (!caller.may(function, membership.scope())) {
                    return Optional.of(Refusal.of(
                            Refusal.Kind.FORBIDDEN,
                            "right-missing",
                            "You do not have the right {0} here.",
                            Argument.text(function.code())));
                }
            }
        }
        return Optional.empty();
    }

    /** Why somebody who does not sign in cannot have these rights. */
    static Optional<Refusal> objectionWithoutLogin(Rights rights) {
        return rights.role().functions().contains(Function.USER_MANAGE) || rights.sharedLogin()
                ? refused("role-invalid", "/rights/role", "This role is for people who sign in.")
                : Optional.empty();
    }

    /** The rights as memberships: one for each location, or one for the whole. */
    static List<Membership> memberships(Team team, Rights rights) {
        Set<Function> functions = rights.role() == Role.COLLEAGUE
                ? rights.functions()
                : rights.role().functions();
        if (team instanceof Team.OfAccount of
                && !isWhole(rights)
                && !rights.locations().isEmpty()) {
            return rights.locations().stream()
                    .map(location ->
                            new Membership(rights.role(), new Scope.OfLocation(of.account(), location), functions))
                    .toList();
        }
        return List.of(new Membership(rights.role(), scope(team), functions));
    }

    private static Scope scope(Team team) {
        return team instanceof Team.OfAccount of
                ? Scope.of(of.account())
                : ((Team.Staff) team).vendor().map(Scope::of).orElseGet(Scope::tenant);
    }

    /** The other way round; of several roles, which only programs give, the first counts. */
    static Rights rights(PeopleStore.Standing standing) {
        Role role = standing.memberships().stream()
                .map(Membership::role)
                .min(Role::compareTo)
                .orElseThrow();
        Set<Function> functions = EnumSet.noneOf(Function.class);
        Set<LocationId> locations = new HashSet<>();
        boolean everywhere = false;
        for (Membership membership : standing.memberships()) {
            if (membership.role() == role) {
                functions.addAll(membership.functions());
            }
            if (membership.scope() instanceof Scope.OfLocation at) {
                locations.add(at.location());
            } else {
                everywhere = true;
            }
        }
        return new Rights(
                role,
                role == Role.COLLEAGUE ? functions : Set.of(),
                everywhere ? Set.of() : locations,
                everywhere,
                standing.sharedLogin());
    }

    /** The account of a team of a customer. */
    static Optional<AccountId> account(Team team) {
        return team instanceof Team.OfAccount of ? Optional.of(of.account()) : Optional.empty();
    }

    /** The role of whom there must always be one in the team. */
    static Optional<Role> lasting(Team team) {
        if (team instanceof Team.OfAccount) {
            return Optional.of(Role.OWNER);
        }
        // A vendor's administrators are made by those of the tenant.
        return ((Team.Staff) team).vendor().isEmpty() ? Optional.of(Role.ADMINISTRATOR) : Optional.empty();
    }

    private static Optional<Refusal> refused(String code, String pointer, String english) {
        return Optional.of(Refusal.of(Refusal.Kind.UNPROCESSABLE, code, english)
                .with(List.of(Refusal.detail(pointer, code, english))));
    }
}
