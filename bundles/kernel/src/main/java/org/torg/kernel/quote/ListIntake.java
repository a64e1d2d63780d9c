package org.torg.kernel.quote;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
import org.torg.api.pricing.LineId;
import org.torg.api.quote.ProjectList;
import org.torg.api.quote.ProjectListId;
import org.torg.api.store.ProjectListStore;
import org.torg.api.store.Transactions.Tx;

/** Puts lines that have been judged at the end of a list, within the transaction of a command. Five statements. */
@Component(service = ListIntake.class)
public final class ListIntake {

    private final ProjectListStore lists;
    private final ListAccess access;
    private final Clock clock;

    @Activate
    public ListIntake(@Reference ProjectListStore lists, @Reference ListAccess access, @Reference Clock clock) {
        this.lists = lists;
        this.access = access;
        this.clock = clock;
    }

    /** @param ids of the new lines, in their order */
    public record Taken(ProjectList list, List<LineId> ids) {
        public Taken {
            ids = List.copyOf(ids);
        }
    }

    /** A list that the caller may change. Refused with {@code project-list-not-found}. */
    public Outcome<ProjectList> open(Caller caller, ProjectListId id) {
        return access.read(caller, id);
    }

    /**
     * Stores them, each under an id of its own.
     *
     * @param lines about nobody; their ids do not count
     * @throws RefusedException {@code list-full}, or when the list is gone
     */
    public Taken take(Tx tx, Caller caller, ProjectListId id, List<ProjectList.Line> lines) {
        return take(tx, access.lock(tx, caller, id), lines);
    }

    private Taken take(Tx tx, ProjectList locked, List<ProjectList.Line> lines) {
        ListEdit.Added added = ListEdit.add(locked, lines).orElseThrow();
        lists.addLines(tx, locked.id(), added.lines(), added.position());
        lists.touch(tx, locked.id(), clock.now());
        ProjectList list = lists.list(tx, locked.id()).orElseThrow(() -> new RefusedException(ListAccess.notFound()));
        return new Taken(list, added.lines().stream().map(ProjectList.Line::id).toList());
    }

    /** From one list to another or the same one, which is answered. */
    ProjectList transfer(
            Tx tx, Caller caller, ProjectListId from, ProjectListId to, List<LineId> chosen, boolean keep) {
        // Always the smaller id first: two that move in opposite directions wait for each other, and not for ever.
        boolean inOrder = from.value().compareTo(to.value()) <= 0;
        ProjectList first = access.lock(tx, caller, inOrder ? from : to);
        ProjectList second = from.equals(to) ? first : access.lock(tx, caller, inOrder ? to : from);
        List<ProjectList.Line> lines =
                ListEdit.chosen(inOrder ? first : second, chosen).orElseThrow();
        if (!keep && !lines.isEmpty()) {
            lists.deleteLines(tx, from, lines.stream().map(ProjectList.Line::id).toList());
            lists.touch(tx, from, clock.now());
        }
        return take(tx, inOrder ? second : first, lines).list();
    }
}
