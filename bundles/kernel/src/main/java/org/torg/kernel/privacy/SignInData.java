package org.torg.kernel.privacy;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Message;
import org.torg.api.account.AccountId;
import org.torg.api.account.Device;
import org.torg.api.privacy.PersonalData;
import org.torg.api.privacy.Subject;
import org.torg.api.store.PersonalDataStore;
import org.torg.api.store.Transactions.Tx;

/** Where a person is signed in, links that wait, and what is kept to answer a repeated command. */
@Component(service = PersonalData.class)
public final class SignInData implements PersonalData {

    private final PersonalDataStore store;

    @Activate
    public SignInData(@Reference PersonalDataStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "sign-ins";
    }

    @Override
    public List<Kept> keeps() {
        return List.of(new Kept(
                Message.of("personal-data.sign-ins", "Sessions, links that wait, replies to repeated commands"),
                Message.of("personal-data.sign-ins-why", "To let nobody else sign in"),
                Optional.of(Period.ofDays(30))));
    }

    @Override
    public List<? extends Record> export(Tx tx, Subject subject) {
        List<Record> found = new ArrayList<>();
        if (subject instanceof Subject.User user) {
            store.signIns(tx, user.user())
                    .forEach(it -> found.add(new Session(
                            it.account().map(AccountId::value),
                            it.createdAt(),
                            it.expiresAt(),
                            it.lastUsedAt(),
                            it.device().map(Device::code))));
        }
        return found;
    }

    @Override
    public List<Hold> holds(Tx tx, Subject subject) {
        return List.of();
    }

    @Override
    public void erase(Tx tx, Subject subject) {
        if (subject instanceof Subject.User user) {
            store.eraseSignIns(tx, user.user());
        }
    }

    record Session(
            Optional<String> account,
            Instant createdAt,
            Instant expiresAt,
            Instant lastUsedAt,
            Optional<String> device) {}
}
