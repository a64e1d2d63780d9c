package org.torg.kernel.request;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Agreement;
import org.torg.api.account.CustomerRequests.Content;
import org.torg.api.account.CustomerRequests.State;
import org.torg.api.account.Registrations.Registration;
import org.torg.api.account.Role;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore;
import org.torg.api.store.RequestStore;
import org.torg.api.store.RequestStore.RequestRow;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.account.AccountOpening;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Ids;

/** Lets in who has confirmed a registration: as the owner of a new account, or to wait at the door of one that is there. */
@Component(service = Admission.class)
public final class Admission {

    private final AccountStore accounts;
    private final RequestStore store;
    private final AccountOpening opening;
    private final SealedWords words;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public Admission(
            @Reference AccountStore accounts,
            @Reference RequestStore store,
            @Reference AccountOpening opening,
            @Reference SealedWords words,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.accounts = accounts;
        this.store = store;
        this.opening = opening;
        this.words = words;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes the person, and the account with its agreement, without a tier (L08). A company that is a customer already is
     * neither opened again nor given away: staff get a request to decide.
     */
    Effect<UserId> admit(Tx tx, VendorId vendor, Registration form, String passwordHash) {
        // Others wait here, so that of two registrations of one company the second sees what the first has opened.
        String number = opening.customerNumber(tx);
        UserId person = opening.person(tx, form.email(), form.name(), form.phone(), form.language(), passwordHash);
        Optional<AccountId> known = form.organisationNumber()
                .flatMap(digits -> store.company(tx, form.address().country(), digits));
        if (known.isPresent()) {
            store.insert(tx, joining(tx, vendor, known.get(), person, form));
            return new Effect<>(person, person.value(), known, List.of());
        }
        AccountId account = opening.open(tx, account(number, form)).id();
        opening.join(tx, person, account, Role.OWNER);
        accounts.put(tx, new Agreement(account, vendor, Optional.empty(), Set.of()));
        return new Effect<>(person, person.value(), Optional.of(account), List.of());
    }

    private static Account account(String number, Registration form) {
        return new Account(
                new AccountId(""),
                number,
                form.company(),
                form.organisationNumber(),
                form.address().country(),
                form.language(),
                form.address(),
                List.of(form.address()),
                form.email(),
                form.phone());
    }

    private RequestRow joining(Tx tx, VendorId vendor, AccountId account, UserId person, Registration form) {
        String id = ids.next();
        Content content =
                new Content.Joining(form.company(), form.organisationNumber().orElse(""), form.name(), form.email());
        return new RequestRow(
                id,
                RequestKind.of(content).code(),
                words.seal(tx, id, content),
                Optional.of(vendor),
                Optional.of(account),
                Optional.of(person),
                Optional.empty(),
                Optional.empty(),
                State.OPEN,
                clock.now(),
                1,
                id,
                List.of());
    }
}
