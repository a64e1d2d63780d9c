package org.torg.kernel.upload;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Message;
import org.torg.api.privacy.PersonalData;
import org.torg.api.privacy.Subject;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.store.UploadStore;
import org.torg.api.store.UploadStore.UploadRow;

/** Which files a person has sent, and which show a patient. */
@Component(service = PersonalData.class)
public final class UploadPersonalData implements PersonalData {

    /** Nothing has been bought with what only carts refer to. */
    private static final String CART = Attachments.Kind.CART.name();

    private final UploadStore store;
    private final UploadViews views;

    @Activate
    public UploadPersonalData(@Reference UploadStore store, @Reference UploadViews views) {
        this.store = store;
        this.views = views;
    }

    /** @param sha256 of the file, which is fetched by its id */
    public record Sent(
            String id,
            String type,
            long bytes,
            Optional<String> sha256,
            Optional<String> label,
            String state,
            Instant createdAt) {}

    @Override
    public String name() {
        return "uploads";
    }

    @Override
    public List<Kept> keeps() {
        return List.of(new Kept(
                Message.of(
                        "personal-data.uploads",
                        "Scans and other files, without names in them, who has sent them and whom they show"),
                Message.of(
                        "personal-data.uploads-why",
                        "To make what was ordered with them; those that nobody orders with go after a week"),
                Optional.empty()));
    }

    @Override
    public List<? extends Record> export(Tx tx, Subject subject) {
        return rows(tx, subject).stream()
                .map(row -> new Sent(
                        row.id().value(),
                        row.type().name(),
                        row.size(),
                        row.stored().map(stored -> stored.sha256()),
                        views.label(tx, row),
                        row.state().name(),
                        row.createdAt()))
                .toList();
    }

    /** What was ordered with a scan cannot be made, repaired or judged without it. */
    @Override
    public List<Hold> holds(Tx tx, Subject subject) {
        boolean held =
                subject instanceof Subject.Patient && rows(tx, subject).stream().anyMatch(row -> isOrdered(tx, row));
        return held
                ? List.of(new Hold(
                        "ordered-files",
                        Message.of("personal-data.ordered-files", "An order was made with these files."),
                        Optional.empty()))
                : List.of();
    }

    /** Files go within the hour; of a person who has sent some nothing stays but the files, which are the location's. */
    @Override
    public void erase(Tx tx, Subject subject) {
        if (subject instanceof Subject.User person) {
            store.erasePerson(tx, person.user());
            return;
        }
        for (UploadRow row : rows(tx, subject)) {
            if (!isOrdered(tx, row)) {
                store.detach(tx, row.id(), CART, row.expiresAt());
                boolean unused = store.remove(tx, row.id(), Optional.empty());
            }
        }
    }

    private boolean isOrdered(Tx tx, UploadRow row) {
        return row.owners() > 0 && store.ownerKinds(tx, row.id()).stream().anyMatch(kind -> !kind.equals(CART));
    }

    private List<UploadRow> rows(Tx tx, Subject subject) {
        return subject instanceof Subject.User person
                ? store.ofPerson(tx, person.user())
                : subject instanceof Subject.Patient patient ? store.ofRecipient(tx, patient.recipient()) : List.of();
    }
}
