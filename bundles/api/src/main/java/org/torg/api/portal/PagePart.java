package org.torg.api.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.torg.api.Message;

/** A part of a page. The set is closed: what is missing is added here and to the portal first. */
public sealed interface PagePart {

    /**
     * Fields and the button that sends them.
     *
     * @param name in lower case with hyphens; unique on its page
     * @param send what the button says
     */
    record Form(String name, Optional<Message> title, List<FormField> fields, Message send) implements PagePart {
        public Form {
            check(name);
            fields = List.copyOf(fields);
        }
    }

    /**
     * Rows that are compared, each with as many cells as there are columns.
     *
     * @param empty what is told when there are no rows
     */
    record Table(Message title, List<Column> columns, List<Row> rows, Message empty) implements PagePart {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            int width = columns.size();
            if (columns.isEmpty() || rows.stream().anyMatch(row -> row.cells().size() != width)) {
                throw new IllegalArgumentException("a row of another width than its table");
            }
        }
    }

    /** @param figures whether it holds numbers or amounts, which stand to the end */
    record Column(Message label, boolean figures) {}

    /** @param path of the page that the first cell leads to, as {@link PageLink#path} */
    record Row(List<Shown> cells, Optional<String> path) {
        public Row {
            cells = List.copyOf(cells);
            path.ifPresent(PageLink::check);
        }
    }

    /** What has happened, newest first. */
    record Timeline(Message title, List<Happening> happenings, Message empty) implements PagePart {
        public Timeline {
            happenings = List.copyOf(happenings);
        }
    }

    /** @param detail more of it, such as what somebody wrote */
    record Happening(Instant at, Shown what, Optional<Shown> detail) {}

    /** Things that are looked at one by one. */
    record Cards(Message title, List<Card> cards, Message empty) implements PagePart {
        public Cards {
            cards = List.copyOf(cards);
        }
    }

    record Card(Shown title, Optional<Shown.State> state, List<Fact> facts, Optional<PageLink> link) {
        public Card {
            facts = List.copyOf(facts);
        }
    }

    /**
     * Days in order, each with what is on it; days without entries are shown as such. Every entry is on one of the days.
     *
     * @param days how many, 1 to 42
     */
    record Calendar(Message title, LocalDate first, int days, List<Entry> entries) implements PagePart {
        public Calendar {
            entries = List.copyOf(entries);
            LocalDate end = first.plusDays(days);
            LocalDate begin = first;
            if (days < 1
                    || days > 42
                    || entries.stream()
                            .anyMatch(entry ->
                                    entry.day().isBefore(begin) || !entry.day().isBefore(end))) {
                throw new IllegalArgumentException("entries outside of the days");
            }
        }
    }

    /**
     * @param time when it begins; empty: all day
     * @param path of its page, as {@link PageLink#path}
     */
    record Entry(LocalDate day, Optional<LocalTime> time, Shown what, Tone tone, Optional<String> path) {
        public Entry {
            path.ifPresent(PageLink::check);
        }
    }

    /** Labels and values; no more than ten. */
    record Facts(Message title, List<Fact> facts) implements PagePart {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    record Fact(Message label, Shown value) {}

    /** What can be done from here. */
    record Actions(List<Action> actions) implements PagePart {
        public Actions {
            actions = List.copyOf(actions);
        }
    }

    sealed interface Action {}

    /** To another page; at most one of a page is the main way on. */
    record Go(PageLink link, boolean main) implements Action {}

    /**
     * Something that is done at once, as a form without fields.
     *
     * @param name as of a form
     * @param irreversible whether it cannot be undone
     */
    record Deed(String name, Message label, boolean irreversible) implements Action {
        public Deed {
            check(name);
        }
    }

    /** Something that must be read on this page. */
    record Note(Tone tone, Shown text) implements PagePart {}

    Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private static void check(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of a form: " + name);
        }
    }
}
