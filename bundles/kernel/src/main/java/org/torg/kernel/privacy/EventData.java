package org.torg.kernel.privacy;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Message;
import org.torg.api.privacy.PersonalData;
import org.torg.api.privacy.Subject;
import org.torg.api.store.Transactions.Tx;

/** What has happened, told to other systems by ids alone: no event has a field for what people have written. */
@Component(service = PersonalData.class)
public final class EventData implements PersonalData {

    private final RetentionPeriods periods;

    @Activate
    public EventData(@Reference RetentionPeriods periods) {
        this.periods = periods;
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public List<Kept> keeps() {
        return List.of(new Kept(
                Message.of("personal-data.events", "Events for other systems, with ids without a name"),
                Message.of("personal-data.events-why", "To tell other systems what has happened"),
                periods.events()));
    }

    @Override
    public List<? extends Record> export(Tx tx, Subject subject) {
        return List.of();
    }

    @Override
    public List<Hold> holds(Tx tx, Subject subject) {
        return List.of();
    }

    /** Nothing: ids that lead nowhere are not about anybody. */
    @Override
    public void erase(Tx tx, Subject subject) {}
}
