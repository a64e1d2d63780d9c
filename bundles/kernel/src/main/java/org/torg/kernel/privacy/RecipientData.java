package org.torg.kernel.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Message;
import org.torg.api.privacy.PersonalData;
import org.torg.api.privacy.Subject;
import org.torg.api.store.RecipientStore;
import org.torg.api.store.Transactions.Tx;

/** Patients and end users, each sealed under a key of its own. */
@Component(service = PersonalData.class)
public final class RecipientData implements PersonalData {

    private final RecipientStore store;
    private final Vault vault;

    @Activate
    public RecipientData(@Reference RecipientStore store, @Reference Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    @Override
    public String name() {
        return "recipients";
    }

    @Override
    public List<Kept> keeps() {
        return List.of(new Kept(
                Message.of("personal-data.recipients", "Name, reference and identity number of patients and end users"),
                Message.of("personal-data.recipients-why", "To make and deliver what is meant for them"),
                Optional.empty()));
    }

    @Override
    public List<? extends Record> export(Tx tx, Subject subject) {
        return subject instanceof Subject.Patient patient
                ? store.recipient(tx, patient.recipient()).stream()
                        .map(it -> new Recipient(
                                it.id().value(),
                                it.account().value(),
                                it.location().value(),
                                it.createdAt(),
                                vault.open(tx, it.id().value(), it.content())))
                        .toList()
                : List.of();
    }

    @Override
    public List<Hold> holds(Tx tx, Subject subject) {
        return List.of();
    }

    @Override
    public void erase(Tx tx, Subject subject) {
        if (subject instanceof Subject.Patient patient) {
            boolean unused = store.delete(tx, patient.recipient());
        }
    }

    /** @param content as it was stored */
    record Recipient(String id, String account, String location, Instant createdAt, Optional<String> content) {}
}
