package org.torg.kernel.account;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.People.Filter;
import org.torg.api.account.People.Member;
import org.torg.api.account.People.Team;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PeopleStore.MemberRow;
import org.torg.api.store.PeopleStore.Named;
import org.torg.api.store.PeopleStore.PersonRow;
import org.torg.api.store.Transactions;

/**
 * Who belongs to a team. A page costs the names of the team and the rest of its own people alone: no database sorts names as
 * each reader's language does.
 */
@Component(service = TeamMembers.class)
public final class TeamMembers {

    private final Transactions transactions;
    private final PeopleStore people;
    private final TeamGate gate;

    @Activate
    public TeamMembers(@Reference Transactions transactions, @Reference PeopleStore people, @Reference TeamGate gate) {
        this.transactions = transactions;
        this.people = people;
        this.gate = gate;
    }

    Outcome<Page<Member>> find(Caller caller, Team team, Filter filter, PageRequest page) {
        return gate.partly(caller, reading(team), team).flatMap(entry -> {
            Optional<Refusal> objection = filter.location().flatMap(location -> unknown(entry, team, location));
            return objection.isPresent()
                    ? Outcome.refused(objection.get())
                    : transactions.read(tx -> {
                        List<Named> sorted = sorted(people.names(tx, team), caller.language());
                        return after(sorted, page).map(rest -> {
                            List<UserId> found = rest.stream()
                                    .filter(fits(entry, filter))
                                    .map(Named::id)
                                    .limit(page.limit() + 1L)
                                    .toList();
                            boolean more = found.size() > page.limit();
                            List<UserId> shown = more ? found.subList(0, page.limit()) : found;
                            return new Page<>(
                                    members(people.members(tx, team, shown), shown).stream()
                                            .map(member -> seenBy(caller, entry, team, member))
                                            .toList(),
                                    more
                                            ? Optional.of(
                                                    shown.get(shown.size() - 1).value())
                                            : Optional.empty());
                        });
                    });
        });
    }

    Outcome<Member> get(Caller caller, Team team, UserId user) {
        return gate.partly(caller, reading(team), team).flatMap(entry -> transactions
                .read(tx -> people.member(tx, team, user))
                .map(TeamMembers::member)
                .filter(member -> isNear(entry, member.rights().locations()))
                .map(member -> seenBy(caller, entry, team, member))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(unknown())));
    }

    /** Whose login is weak, or long unused, is no business of colleagues. */
    private static Member seenBy(Caller caller, TeamGate.Entry entry, Team team, Member member) {
        boolean all = !(team instanceof Team.OfAccount of)
                || entry.asStaff()
                || caller.may(Function.USER_MANAGE, Scope.of(of.account()))
                || caller.user().equals(Optional.of(member.user()));
        return all
                ? member
                : new Member(
                        member.user(),
                        member.email(),
                        member.name(),
                        member.phone(),
                        member.rights(),
                        member.active(),
                        false,
                        Optional.empty(),
                        member.version());
    }

    static Refusal unknown() {
        return Refusal.notFound("person");
    }

    private static Function reading(Team team) {
        return team instanceof Team.OfAccount ? Function.ACCOUNT_READ : Function.USER_MANAGE;
    }

    private Optional<Refusal> unknown(TeamGate.Entry entry, Team team, LocationId location) {
        boolean mine = entry.only().isEmpty() || entry.only().get().contains(location);
        boolean known = mine
                && team instanceof Team.OfAccount of
                && !transactions
                        .read(tx -> people.known(tx, of.account(), Set.of(location)))
                        .isEmpty();
        return known ? Optional.empty() : Optional.of(Refusal.notFound("location"));
    }

    private static List<Named> sorted(List<Named> names, Locale language) {
        Collator collator = Collator.getInstance(language);
        Map<UserId, CollationKey> keys = new HashMap<>();
        names.forEach(named -> keys.put(named.id(), collator.getCollationKey(named.name())));
        Comparator<Named> byName = Comparator.comparing(named -> keys.get(named.id()));
        return names.stream()
                .sorted(byName.thenComparing(named -> named.id().value()))
                .toList();
    }

    /** The cursor is an id and never a name; it stays good when the person has left the filter. */
    private static Outcome<List<Named>> after(List<Named> sorted, PageRequest page) {
        if (page.after().isEmpty()) {
            return Outcome.done(sorted);
        }
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).id().value().equals(page.after().get())) {
                return Outcome.done(sorted.subList(i + 1, sorted.size()));
            }
        }
        return Outcome.refused(Refusal.of(
                Refusal.Kind.MALFORMED, "cursor-invalid", "This cursor does not come from an earlier page."));
    }

    private static Predicate<Named> fits(TeamGate.Entry entry, Filter filter) {
        Optional<String> text = filter.text().map(TeamMembers::folded);
        return named -> isNear(entry, named.locations())
                && filter.active().map(wanted -> wanted == named.active()).orElse(true)
                && filter.location()
                        .map(at ->
                                named.locations().isEmpty() || named.locations().contains(at))
                        .orElse(true)
                && text.map(part -> folded(named.name()).contains(part)
                                || named.email()
                                        .map(TeamMembers::folded)
                                        .orElse("")
                                        .contains(part))
                        .orElse(true);
    }

    /** Whether somebody with rights at these locations, or everywhere, works where the caller does. */
    private static boolean isNear(TeamGate.Entry entry, Set<LocationId> locations) {
        return entry.only().isEmpty()
                || locations.isEmpty()
                || locations.stream().anyMatch(entry.only().get()::contains);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static List<Member> members(List<MemberRow> rows, List<UserId> order) {
        Map<UserId, Member> found = new HashMap<>();
        rows.forEach(row -> found.put(row.person().id(), member(row)));
        return order.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
    }

    static Member member(MemberRow row) {
        PersonRow person = row.person();
        return new Member(
                person.id(),
                person.email(),
                person.name(),
                person.phone(),
                RightsRules.rights(row.standing()),
                row.standing().active(),
                row.secondFactor(),
                person.lastSeenAt(),
                row.standing().version());
    }
}
