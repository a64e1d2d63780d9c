package org.torg.kernel.privacy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.torg.api.privacy.PersonalData;
import org.torg.api.privacy.PersonalData.Hold;
import org.torg.api.privacy.PersonalData.Kept;
import org.torg.api.privacy.Subject;
import org.torg.api.store.JobStore;
import org.torg.api.store.JobStore.Job;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.command.Ids;

/** All parts that keep personal data, asked one after the other in one transaction. */
@Component(service = Erasing.class)
public final class Erasing {

    /** Comes last: the others find the person by what it keeps. */
    private static final String LAST = "people";

    private final List<PersonalData> parts;
    private final Vault vault;
    private final Farewell farewell;
    private final JobStore jobs;
    private final Ids ids;

    @Activate
    public Erasing(
            @Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE, policyOption = ReferencePolicyOption.GREEDY)
                    List<PersonalData> parts,
            @Reference Vault vault,
            @Reference Farewell farewell,
            @Reference JobStore jobs,
            @Reference Ids ids) {
        this.parts = new ArrayList<>(parts);
        this.parts.sort(Comparator.comparing((PersonalData part) -> part.name().equals(LAST))
                .thenComparing(PersonalData::name));
        this.vault = vault;
        this.farewell = farewell;
        this.jobs = jobs;
        this.ids = ids;
    }

    Map<String, List<Kept>> register() {
        Map<String, List<Kept>> register = new TreeMap<>();
        parts.forEach(part -> register.put(part.name(), part.keeps()));
        return register;
    }

    Map<String, List<? extends Record>> export(Tx tx, Subject subject) {
        Map<String, List<? extends Record>> export = new TreeMap<>();
        for (PersonalData part : parts) {
            List<? extends Record> found = part.export(tx, subject);
            if (!found.isEmpty()) {
                export.put(part.name(), found);
            }
        }
        return export;
    }

    Map<String, List<Hold>> holds(Tx tx, Subject subject) {
        Map<String, List<Hold>> holds = new TreeMap<>();
        for (PersonalData part : parts) {
            List<Hold> found = part.holds(tx, subject);
            if (!found.isEmpty()) {
                holds.put(part.name(), found);
            }
        }
        return holds;
    }

    /** Erases what no hold keeps, and plans to erase the rest when the first hold ends. */
    Map<String, List<Hold>> erase(Tx tx, Subject subject) {
        Map<String, List<Hold>> holds = holds(tx, subject);
        Optional<Farewell.Words> last =
                subject instanceof Subject.User user ? farewell.prepare(tx, user.user()) : Optional.empty();
        parts.forEach(part -> part.erase(tx, subject));
        vault.destroy(tx, subject.id());
        last.ifPresent(words -> words.say(tx));
        Optional<LocalDate> next = holds.values().stream()
                .flatMap(List::stream)
                .flatMap(hold -> hold.until().stream())
                .min(LocalDate::compareTo);
        next.ifPresent(until -> jobs.insert(
                tx,
                new Job(
                        ids.next(),
                        ErasureJob.KIND,
                        ErasureJob.argument(subject),
                        until.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant(),
                        0)));
        return holds;
    }
}
