package org.torg.kernel.quickorder;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.Variant;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Configuration;
import org.torg.api.quickorder.Report.Article;
import org.torg.api.quickorder.Report.Note;
import org.torg.api.quickorder.Report.Row;
import org.torg.api.quickorder.Report.State;

/**
 * A row with what is known of it.
 *
 * @param configuration of an article that is configured, without answers about a recipient
 */
record JudgedRow(Row row, Optional<Configuration> configuration) {

    static JudgedRow of(TypedRow typed, Variant variant) {
        Article article = new Article(variant.sku(), variant.name());
        return new JudgedRow(
                new Row(
                        typed.number(),
                        typed.typed(),
                        State.LEFT_OUT,
                        Optional.of(article),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of()),
                Optional.empty());
    }

    static JudgedRow bad(TypedRow typed, Note why) {
        return new JudgedRow(
                new Row(
                        typed.number(),
                        typed.typed(),
                        State.LEFT_OUT,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(why),
                        List.of()),
                Optional.empty());
    }

    boolean isGood() {
        return row.state() == State.GOOD;
    }

    /** Whether another row of the same article counts with it. */
    boolean isPlain() {
        return configuration.isEmpty();
    }

    Sku sku() {
        return row.article().map(Article::sku).orElseThrow();
    }

    int ordered() {
        return row.ordered().orElseThrow();
    }

    JudgedRow with(int quantity) {
        return of(row.state(), Optional.of(quantity), row.ordered(), row.with(), row.notes(), row.suggestions());
    }

    Optional<Answers> answers() {
        return configuration.map(Configuration::answers);
    }

    JudgedRow good(Optional<Configuration> configured, List<Note> notes) {
        return new JudgedRow(
                of(State.GOOD, row.quantity(), row.quantity(), row.with(), notes, row.suggestions())
                        .row(),
                configured);
    }

    JudgedRow bad(Note why) {
        return of(State.LEFT_OUT, row.quantity(), Optional.empty(), Optional.empty(), List.of(why), row.suggestions());
    }

    JudgedRow suggesting(List<Article> suggestions) {
        return of(row.state(), row.quantity(), row.ordered(), row.with(), row.notes(), suggestions);
    }

    /** Counted with an earlier row. */
    JudgedRow mergedWith(long first) {
        return of(
                State.MERGED,
                row.quantity(),
                Optional.empty(),
                Optional.of(first),
                more(Notes.merged(first)),
                List.of());
    }

    /** Counts others, too. */
    JudgedRow ordering(int all) {
        return of(State.GOOD, row.quantity(), Optional.of(all), Optional.empty(), more(Notes.summed(all)), List.of());
    }

    private List<Note> more(Note note) {
        return Stream.concat(row.notes().stream(), Stream.of(note)).toList();
    }

    private JudgedRow of(
            State state,
            Optional<Integer> quantity,
            Optional<Integer> ordered,
            Optional<Long> with,
            List<Note> notes,
            List<Article> suggestions) {
        return new JudgedRow(
                new Row(row.number(), row.typed(), state, row.article(), quantity, ordered, with, notes, suggestions),
                configuration);
    }
}
