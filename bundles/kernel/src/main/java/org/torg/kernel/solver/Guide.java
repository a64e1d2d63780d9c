package org.torg.kernel.solver;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.torg.api.Refusal.Detail;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.ConfigurationModel.Task;
import org.torg.api.configurator.Guidance;
import org.torg.api.configurator.Guidance.Conflict;
import org.torg.api.configurator.Guidance.Misfit;
import org.torg.api.configurator.Guidance.OptionState;
import org.torg.api.configurator.Guidance.OptionStatus;
import org.torg.api.configurator.Guidance.QuestionState;
import org.torg.api.configurator.Guidance.Status;
import org.torg.api.configurator.Question;
import org.torg.kernel.solver.Given.Piece;

/** How a configuration stands under given answers. */
final class Guide {

    private final CompiledModel model;
    private final Search search;
    private final Keeping keeping;
    private final Possibilities possibilities;
    private final Selection selection;
    private final boolean complete;
    private final Set<String> missing = new HashSet<>();

    Guide(CompiledModel model, Given given, Search search) {
        this.model = model;
        this.search = search;
        this.keeping = Keeping.of(model, given.pieces(), search);
        this.possibilities = new Possibilities(model, search, keeping);
        this.selection = Completing.of(model, search, keeping, possibilities);
        this.complete = selection.complete();
        if (!complete && keeping.witness().isPresent()) {
            miss();
        }
    }

    Keeping keeping() {
        return keeping;
    }

    Selection selection() {
        return selection;
    }

    boolean complete() {
        return complete;
    }

    /** Of questions that need an answer, or a further option. */
    Set<String> missing() {
        return missing;
    }

    /** Why given answers were not kept. */
    List<Misfit> misfits(Given given, Why why) {
        List<Misfit> misfits = new ArrayList<>();
        for (Detail fault : given.faults()) {
            misfits.add(
                    new Misfit(Given.question(fault), new Conflict(List.of(), List.of(), List.of(fault.message()))));
        }
        for (Keeping.Dropped dropped : keeping.dropped()) {
            Piece piece = dropped.piece();
            misfits.add(new Misfit(piece.slot().code(), why.conflict(piece.slot(), piece.literal(), dropped.before())));
        }
        return misfits;
    }

    Guidance guidance(List<Misfit> misfits) {
        Yielding yielding = new Yielding(model.model(), selection);
        return new Guidance(
                model.model(),
                model.hash(),
                selection.answers(),
                model.slots().stream().map(this::state).toList(),
                misfits,
                complete,
                yielding.parts(),
                yielding.tasks().stream().map(Task::code).toList(),
                yielding.extraDays());
    }

    /** Required and open; else what can not stay as it is when everything behind it does. */
    private void miss() {
        for (Slot slot : model.slots()) {
            if (!selection.answered(slot)
                    && selection.asked(slot)
                    && (slot.question().about().required() || possibilities.needed(slot))) {
                missing.add(slot.code());
            }
        }
        if (!missing.isEmpty()) {
            return;
        }
        List<Integer> stays = new ArrayList<>();
        keeping.kept().forEach(piece -> stays.add(piece.literal()));
        for (int i = model.slots().size() - 1; i >= 0; i--) {
            Slot slot = model.slots().get(i);
            List<Integer> tried = new ArrayList<>(stays);
            tried.addAll(selection.literals(slot));
            if (search.possible(tried)) {
                stays.addAll(selection.literals(slot));
            } else if (selection.asked(slot)) {
                missing.add(slot.code());
            }
        }
    }

    private QuestionState state(Slot slot) {
        List<OptionState> options = new ArrayList<>();
        if (slot.question() instanceof Question.Choice choice) {
            for (int i = 0; i < slot.values().size(); i++) {
                options.add(new OptionState(
                        choice.options().get(i).code(), status(slot.values().get(i))));
            }
        }
        BitSet intervals = possibilities.possible(slot);
        return new QuestionState(
                slot.code(),
                status(slot),
                options,
                slot.intervals().map(all -> all.ranges(intervals)).orElse(List.of()));
    }

    private OptionStatus status(int value) {
        if (selection.has(value)) {
            return possibilities.forced(value) ? OptionStatus.FORCED : OptionStatus.CHOSEN;
        }
        return possibilities.possible(value) ? OptionStatus.POSSIBLE : OptionStatus.EXCLUDED;
    }

    private Status status(Slot slot) {
        if (missing.contains(slot.code())) {
            return Status.MISSING;
        }
        if (selection.answered(slot)) {
            return answered(slot);
        }
        if (!selection.asked(slot)) {
            return Status.NOT_ASKED;
        }
        return selection.none(slot) ? Status.ANSWERED : Status.OPTIONAL;
    }

    private Status answered(Slot slot) {
        boolean forced = !slot.values().isEmpty();
        for (int i = 0; i < slot.values().size(); i++) {
            int value = slot.values().get(i);
            int index = i;
            boolean single =
                    slot.intervals().map(all -> all.only(index).isPresent()).orElse(true);
            forced &= !selection.has(value) || (possibilities.forced(value) && single);
        }
        if (forced) {
            return Status.FORCED;
        }
        for (Piece piece : keeping.kept()) {
            if (piece.of(slot) && !piece.value().equals(Answer.chosen())) {
                return Status.ANSWERED;
            }
        }
        return Status.DEFAULTED;
    }
}
