package org.torg.kernel.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.torg.api.Argument;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.pricing.LineId;
import org.torg.api.quote.ProjectList;
import org.torg.api.quote.ProjectList.Line;
import org.torg.api.quote.ProjectLists;

/** What an edit makes of a project list. Pure. */
final class ListEdit {

    private ListEdit() {}

    /** Lines to be stored from a position on. */
    record Added(List<Line> lines, long position) {}

    /** At the end, each with an id that the list never had before: its version grows with every change. */
    static Outcome<Added> add(ProjectList list, List<Line> lines) {
        if (list.lines().size() + lines.size() > ProjectLists.MAX_LINES) {
            return Outcome.refused(full());
        }
        return Outcome.done(new Added(named(lines, list.version() + 1), list.version() * ProjectLists.MAX_LINES));
    }

    /** What is on a list from the start, when its version is 1. At most as many as a list may have. */
    static List<Line> first(List<Line> lines) {
        return named(lines, 1);
    }

    private static List<Line> named(List<Line> lines, long version) {
        List<Line> named = new ArrayList<>();
        for (Line line : lines) {
            named.add(named(new LineId(version + "-" + (named.size() + 1)), line));
        }
        return named;
    }

    static Refusal full() {
        return Refusal.of(
                Refusal.Kind.UNPROCESSABLE,
                "list-full",
                "A project list has at most {0} lines.",
                Argument.number(ProjectLists.MAX_LINES));
    }

    private static Line named(LineId id, Line line) {
        return new Line(id, line.sku(), line.quantity(), line.configuration(), line.note());
    }

    /** All that are named, in the list's order; all of it when none is. */
    static Outcome<List<Line>> chosen(ProjectList list, List<LineId> ids) {
        if (ids.isEmpty()) {
            return Outcome.done(list.lines());
        }
        Set<LineId> wanted = new TreeSet<>(ids);
        List<Line> chosen =
                list.lines().stream().filter(line -> wanted.remove(line.id())).toList();
        return wanted.isEmpty()
                ? Outcome.done(chosen)
                : Outcome.refused(lineUnknown(ids.indexOf(wanted.iterator().next())));
    }

    static Optional<Line> line(ProjectList list, LineId id) {
        return list.lines().stream().filter(line -> line.id().equals(id)).findFirst();
    }

    private static Refusal lineUnknown(int at) {
        String why = "There is no such line.";
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, "line-unknown", why)
                .with(List.of(Refusal.detail("/lines/" + at, "line-unknown", why)));
    }
}
