package org.torg.kernel.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.account.ApiTokens.Reason;
import org.torg.api.account.People.Team;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PeopleStore.PersonRow;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.account.TokenWithdrawal.Told;
import org.torg.kernel.notification.Mailer;
import org.torg.kernel.notification.Mailer.Letter;

/** What ends at once when somebody's access to a team is withdrawn (H14): sessions, and tokens of programs, which is mailed. */
@Component(service = AccessWithdrawal.class)
public final class AccessWithdrawal {

    private final AccountStore accounts;
    private final PeopleStore people;
    private final TokenWithdrawal tokens;
    private final Mailer mailer;

    @Activate
    public AccessWithdrawal(
            @Reference AccountStore accounts,
            @Reference PeopleStore people,
            @Reference TokenWithdrawal tokens,
            @Reference Mailer mailer) {
        this.accounts = accounts;
        this.people = people;
        this.tokens = tokens;
        this.mailer = mailer;
    }

    /**
     * Ends what was for this team; all where the person has access nowhere else. To be asked when the access is gone already.
     *
     * @param name of the team, as its people know it
     */
    void end(Tx tx, Team team, PersonRow person, String name) {
        UserId user = person.id();
        boolean elsewhere = !accounts.memberships(tx, user).isEmpty();
        // Who was staff may act in accounts of others: none of those sessions may go on.
        int unused = elsewhere && team instanceof Team.OfAccount of
                ? people.endSessions(tx, user, of.account())
                : people.endSessions(tx, user, Optional.empty());
        Told told = elsewhere
                ? tokens.in(tx, user, RightsRules.account(team), Reason.ACCESS_WITHDRAWN)
                : tokens.all(tx, user, Reason.ACCESS_WITHDRAWN);
        if (told.ended() > 0) {
            person.email().ifPresent(email -> mailer.queue(tx, letter(team, person, email, name, told)));
        }
    }

    /** Somebody must know why programs have stopped. */
    private static Letter letter(Team team, PersonRow person, String email, String name, Told told) {
        List<Argument> arguments = new ArrayList<>(List.of(Argument.text(person.name()), Argument.text(name)));
        arguments.addAll(told.arguments());
        return new Letter(
                Optional.of(person.id()),
                email,
                team instanceof Team.Staff staff ? staff.vendor() : Optional.empty(),
                RightsRules.account(team),
                "access-withdrawn",
                person.language(),
                arguments,
                Optional.empty());
    }
}
