package org.torg.kernel.request;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.CustomerRequests.Content;
import org.torg.api.account.Location;
import org.torg.api.account.LocationId;
import org.torg.api.account.People.Team;
import org.torg.api.account.Role;
import org.torg.api.store.JobStore;
import org.torg.api.store.JobStore.Job;
import org.torg.api.store.LocationStore;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.account.AccountOpening;
import org.torg.kernel.account.EmailChange;
import org.torg.kernel.command.Ids;
import org.torg.kernel.command.Nudge;

/** What the approval of each kind of request does, in the transaction of the decision. */
@Component(service = RequestEffects.class)
public final class RequestEffects {

    private final LocationStore locations;
    private final PeopleStore people;
    private final JobStore jobs;
    private final AccountOpening opening;
    private final EmailChange emails;
    private final Ids ids;
    private final Clock clock;
    private final Nudge nudge;

    @Activate
    public RequestEffects(
            @Reference LocationStore locations,
            @Reference PeopleStore people,
            @Reference JobStore jobs,
            @Reference AccountOpening opening,
            @Reference EmailChange emails,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference Nudge nudge) {
        this.locations = locations;
        this.people = people;
        this.jobs = jobs;
        this.opening = opening;
        this.emails = emails;
        this.ids = ids;
        this.clock = clock;
        this.nudge = nudge;
    }

    /** Carries it out; why it cannot be when it cannot. */
    Optional<Refusal> carryOut(Tx tx, Decision decision) {
        Content content = decision.content();
        Optional<AccountId> account = decision.row().account();
        if (content instanceof Content.NewLocation location) {
            account.ifPresent(known -> locations.insert(tx, location(tx, known, location)));
        } else if (content instanceof Content.NewEmail change) {
            return changeEmail(tx, decision, change.email());
        } else if (content instanceof Content.EmailOnFile form) {
            return changeEmail(tx, decision, form.newEmail());
        } else if (content instanceof Content.Correction) {
            account.ifPresent(known -> opening.verify(tx, known));
        } else if (content instanceof Content.Joining) {
            account.ifPresent(known -> join(tx, decision, known));
        } else {
            jobs.insert(
                    tx,
                    new Job(ids.next(), RequestedErasure.KIND, decision.row().id(), clock.now(), 0));
            nudge.owe();
        }
        return Optional.empty();
    }

    private Location location(Tx tx, AccountId account, Content.NewLocation asked) {
        Set<String> taken =
                locations.locations(tx, account).stream().map(Location::number).collect(Collectors.toSet());
        String number = Stream.iterate(1, next -> next + 1)
                .map(next -> Integer.toString(next))
                .filter(next -> !taken.contains(next))
                .findFirst()
                .orElseThrow();
        return new Location(
                new LocationId(ids.next()),
                account,
                number,
                asked.name(),
                asked.address(),
                Optional.empty(),
                asked.phone(),
                true,
                List.of(),
                1);
    }

    private Optional<Refusal> changeEmail(Tx tx, Decision decision, String email) {
        boolean begun = decision.person()
                .filter(person -> emails.begin(tx, person, email))
                .isPresent();
        return begun ? Optional.empty() : Optional.of(Refusal.notFound("person"));
    }

    private void join(Tx tx, Decision decision, AccountId account) {
        Team team = new Team.OfAccount(account);
        people.lock(tx, team);
        // Who was invited meanwhile keeps what the owner has given.
        decision.person()
                .filter(person -> people.member(tx, team, person).isEmpty())
                .ifPresent(person -> {
                    opening.join(tx, person, account, Role.BUYER);
                    // Vendors may want a second factor of buyers: no session that began without one goes on with this.
                    int unused = people.endSessions(tx, person, Optional.empty());
                });
    }
}
