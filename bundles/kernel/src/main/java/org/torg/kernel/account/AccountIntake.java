package org.torg.kernel.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.NewLocation;
import org.torg.api.account.Agreement;
import org.torg.api.account.Location;
import org.torg.api.account.People.InvitationId;
import org.torg.api.account.People.NewMember;
import org.torg.api.account.People.Team;
import org.torg.api.store.AccountStore;
import org.torg.api.store.InvitationStore;
import org.torg.api.store.InvitationStore.InvitationRow;
import org.torg.api.store.LocationStore;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.account.OneTimeSecrets.Purpose;
import org.torg.kernel.command.Ids;

/**
 * Takes in customers who were somebody's before they came here: their accounts, locations, agreements and people. Adds what is
 * missing and never changes what is there, since a customer may have changed it meanwhile.
 */
@Component(service = AccountIntake.class)
public final class AccountIntake {

    /** So long an invitation waits for somebody to send it. */
    private static final Duration WAITS = Duration.ofDays(365);

    private final AccountStore accounts;
    private final LocationStore locations;
    private final PeopleStore people;
    private final InvitationStore invitationStore;
    private final Invitations invitations;
    private final LocationOpening locationOpening;
    private final Tiers tiers;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public AccountIntake(
            @Reference AccountStore accounts,
            @Reference LocationStore locations,
            @Reference PeopleStore people,
            @Reference InvitationStore invitationStore,
            @Reference Invitations invitations,
            @Reference LocationOpening locationOpening,
            @Reference Tiers tiers,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.accounts = accounts;
        this.locations = locations;
        this.people = people;
        this.invitationStore = invitationStore;
        this.invitations = invitations;
        this.locationOpening = locationOpening;
        this.tiers = tiers;
        this.ids = ids;
        this.clock = clock;
    }

    /** A number of a company register as it is kept; empty when it cannot be one of this country. */
    public static Optional<String> organisationNumber(String country, String written) {
        return OrganisationNumbers.digits(country, written);
    }

    /** Why an account cannot be so; empty when it can. */
    public static Optional<Refusal> objection(Account account) {
        return AccountForm.objection(account);
    }

    /** Why a location cannot be so; empty when it can. */
    public static Optional<Refusal> objection(NewLocation location) {
        return LocationOpening.objection(location);
    }

    /** Why a person cannot be so; empty when they can. Rights are not looked at. */
    public static Optional<Refusal> objection(NewMember member, String country) {
        return MemberForm.objection(member, true, country);
    }

    /** Why this cannot be agreed; empty when it can. Asks the vendor: not to be called in a transaction. */
    public Optional<Refusal> objection(Agreement agreement) {
        return tiers.objection(agreement);
    }

    /** Whether the account is none of this vendor's: it deals with others, and not with this one. */
    public boolean isForeign(Tx tx, AccountId account, VendorId vendor) {
        List<Agreement> agreed = accounts.agreements(tx, account);
        return !agreed.isEmpty()
                && agreed.stream().noneMatch(one -> one.vendor().equals(vendor));
    }

    /** Whether the account deals with another vendor, also or only: then this one's staff alone do not change it. */
    public boolean concernsOthers(Tx tx, AccountId account, VendorId vendor) {
        return accounts.agreements(tx, account).stream()
                .anyMatch(one -> !one.vendor().equals(vendor));
    }

    public List<Location> locations(Tx tx, AccountId account) {
        return locations.locations(tx, account);
    }

    /** @param account its id is ignored */
    public AccountId open(Tx tx, Account account) {
        AccountId id = new AccountId(ids.next());
        accounts.insert(tx, account.withId(id));
        return id;
    }

    public Location open(Tx tx, AccountId account, NewLocation location) {
        return locationOpening.open(tx, account, location);
    }

    /** @return whether nothing was agreed with this vendor before */
    public boolean agree(Tx tx, Agreement agreement) {
        boolean first = accounts.agreements(tx, agreement.account()).stream()
                .noneMatch(one -> one.vendor().equals(agreement.vendor()));
        if (first) {
            accounts.put(tx, agreement);
        }
        return first;
    }

    /**
     * Keeps an invitation for somebody who does not belong to the account and is not invited: people come by accepting, as all
     * others do, so that nobody has a login which they have not asked for. Without {@code send} it waits for somebody to send
     * it.
     *
     * @return whether there was none
     */
    public boolean invite(Tx tx, AccountId account, Account about, NewMember member, boolean send) {
        Team team = new Team.OfAccount(account);
        String email = member.email().orElseThrow();
        if (people.isMember(tx, team, email)
                || invitationStore.invitation(tx, team, email).isPresent()) {
            return false;
        }
        Instant now = clock.now();
        InvitationRow row = new InvitationRow(
                new InvitationId(ids.next()),
                team,
                email,
                member.name(),
                member.phone().flatMap(phone -> ContactRules.e164(phone, about.country())),
                member.language(),
                member.rights(),
                now,
                now.plus(send ? Purpose.INVITATION.life() : WAITS));
        invitationStore.insert(tx, row);
        if (send) {
            invitations.send(tx, new TeamGate.Entry(true, Optional.empty(), about.country(), about.name()), row);
        }
        return true;
    }
}
