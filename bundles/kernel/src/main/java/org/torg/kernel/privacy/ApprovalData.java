package org.torg.kernel.privacy;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Message;
import org.torg.api.privacy.PersonalData;
import org.torg.api.privacy.Subject;
import org.torg.api.store.PersonalDataStore;
import org.torg.api.store.Transactions.Tx;

/** What was asked of a second person, and what was answered. */
@Component(service = PersonalData.class)
public final class ApprovalData implements PersonalData {

    private final PersonalDataStore store;

    @Activate
    public ApprovalData(@Reference PersonalDataStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "approvals";
    }

    @Override
    public List<Kept> keeps() {
        return List.of(new Kept(
                Message.of("personal-data.approvals", "Notes to and reasons of whom approves orders"),
                Message.of("personal-data.approvals-why", "To know who has approved what"),
                Optional.empty()));
    }

    @Override
    public List<? extends Record> export(Tx tx, Subject subject) {
        return subject instanceof Subject.User user ? store.approvals(tx, user.user()) : List.of();
    }

    @Override
    public List<Hold> holds(Tx tx, Subject subject) {
        return List.of();
    }

    @Override
    public void erase(Tx tx, Subject subject) {
        if (subject instanceof Subject.User user) {
            store.eraseApprovals(tx, user.user());
        }
    }
}
