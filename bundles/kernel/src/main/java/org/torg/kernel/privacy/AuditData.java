package org.torg.kernel.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Message;
import org.torg.api.audit.AuditEntry;
import org.torg.api.privacy.PersonalData;
import org.torg.api.privacy.Subject;
import org.torg.api.store.AuditStore;
import org.torg.api.store.AuditStore.Filter;
import org.torg.api.store.IdentityStore;
import org.torg.api.store.PersonalDataStore;
import org.torg.api.store.Transactions.Tx;

/** Who did what, by opaque ids: the name stands in the person alone, and goes with it. */
@Component(service = PersonalData.class)
public final class AuditData implements PersonalData {

    /** So many at once. */
    private static final int STEP = 500;

    private final AuditStore store;
    private final PersonalDataStore personalData;
    private final IdentityStore identity;
    private final RetentionPeriods periods;

    @Activate
    public AuditData(
            @Reference AuditStore store,
            @Reference PersonalDataStore personalData,
            @Reference IdentityStore identity,
            @Reference RetentionPeriods periods) {
        this.store = store;
        this.personalData = personalData;
        this.identity = identity;
        this.periods = periods;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public List<Kept> keeps() {
        return List.of(new Kept(
                Message.of("personal-data.audit", "Who did what and when, by id without a name"),
                Message.of("personal-data.audit-why", "To find out what has happened, and who has looked at patients"),
                periods.audit()));
    }

    @Override
    public List<? extends Record> export(Tx tx, Subject subject) {
        if (subject instanceof Subject.User user) {
            Set<String> subjects = new TreeSet<>(Set.of("user:" + user.id()));
            identity.tokens(tx, user.user()).forEach(token -> subjects.add("token:" + token.id()));
            return personalData.audit(tx, subjects);
        }
        return about(tx, subject);
    }

    private List<AuditEntry> about(Tx tx, Subject subject) {
        Filter filter =
                new Filter(Optional.of(Set.of(subject.id())), Optional.empty(), Optional.empty(), Optional.empty());
        List<AuditEntry> found = new ArrayList<>();
        Optional<String> before = Optional.empty();
        List<AuditEntry> page;
        do {
            page = store.find(tx, filter, before, STEP);
            found.addAll(page);
            before = page.stream().reduce((first, last) -> last).map(AuditEntry::id);
        } while (page.size() == STEP);
        return found;
    }

    @Override
    public List<Hold> holds(Tx tx, Subject subject) {
        return List.of();
    }

    /** Nothing: ids that lead nowhere are not about anybody. */
    @Override
    public void erase(Tx tx, Subject subject) {}
}
