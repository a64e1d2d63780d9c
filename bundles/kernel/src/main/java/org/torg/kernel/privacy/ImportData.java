package org.torg.kernel.privacy;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Message;
import org.torg.api.privacy.PersonalData;
import org.torg.api.privacy.Subject;
import org.torg.api.store.Transactions.Tx;

/** Files from which customers are imported, and what was wrong with their rows. */
@Component(service = PersonalData.class)
public final class ImportData implements PersonalData {

    private final RetentionPeriods periods;

    @Activate
    public ImportData(@Reference RetentionPeriods periods) {
        this.periods = periods;
    }

    @Override
    public String name() {
        return "imports";
    }

    @Override
    public List<Kept> keeps() {
        return List.of(new Kept(
                Message.of(
                        "personal-data.imports",
                        "Files with customers while they are imported, and cells that were wrong"),
                Message.of("personal-data.imports-why", "To import customers, and to mend the file"),
                periods.imports()));
    }

    @Override
    public List<? extends Record> export(Tx tx, Subject subject) {
        return List.of();
    }

    @Override
    public List<Hold> holds(Tx tx, Subject subject) {
        return List.of();
    }

    /** Nothing: a file goes when its import ends, and a report, which names no person to look for, by itself. */
    @Override
    public void erase(Tx tx, Subject subject) {}
}
