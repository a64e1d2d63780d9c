package org.torg.kernel.solver;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.Refusal.Detail;
import org.torg.api.Refusal.Kind;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Configurations;
import org.torg.api.configurator.Guidance;
import org.torg.api.configurator.Guidance.Conflict;
import org.torg.api.configurator.Guidance.Misfit;
import org.torg.api.configurator.Question;
import org.torg.kernel.solver.Given.Piece;

/**
 * Judges answers by a model; pure, for any thread. What takes the solver too long is refused with {@code configuration-unsolved}:
 * never a wrong answer.
 */
@Component(service = Engine.class, configurationPid = "org.torg.kernel.configurator")
@Designate(ocd = Engine.Configuration.class)
public final class Engine {

    @ObjectClassDefinition(name = "Torg configurator")
    public @interface Configuration {

        @AttributeDefinition(description = "Conflicts that one search of the solver may take")
        int conflicts() default 20_000;

        @AttributeDefinition(description = "Milliseconds that one answer of the configurator may take")
        int budget() default 1_000;
    }

    private final Budget budget;

    @Activate
    public Engine(Configuration configuration) {
        this(new Budget(configuration.conflicts(), configuration.budget()));
    }

    public Engine(Budget budget) {
        this.budget = budget;
    }

    /**
     * How things stand. Refused with {@code answers-too-many}, {@code answer-invalid}, {@code configuration-unsolved}.
     *
     * @param today business date of the seller
     */
    public Outcome<Guidance> guide(CompiledModel model, Answers answers, LocalDate today) {
        return judged(model, answers, today)
                .flatMap(given -> solved(() -> {
                    long end = end();
                    try (Search search = search(model.solvers(), model, end)) {
                        Guide guide = new Guide(model, given, search);
                        return Outcome.done(guide.guidance(misfits(model, guide, given, end)));
                    }
                }));
    }

    private List<Misfit> misfits(CompiledModel model, Guide guide, Given given, long end) {
        if (guide.keeping().dropped().isEmpty() && given.faults().isEmpty()) {
            return List.of();
        }
        try (Why why = new Why(model, search(model.explaining(), model, end))) {
            return guide.misfits(given, why);
        }
    }

    /**
     * Why an option is excluded. Refused with {@code question-unknown}, {@code option-unknown}, {@code option-possible}, and as
     * {@link #guide}.
     */
    public Outcome<Conflict> why(
            CompiledModel model, Answers answers, LocalDate today, String question, String option) {
        Optional<Slot> slot = model.slot(question);
        if (slot.isEmpty()) {
            return refused("question-unknown", "/question", "There is no such question any more.");
        }
        int index = slot.get().option(option);
        if (index < 0) {
            return refused("option-unknown", "/option", "There is no such option any more.");
        }
        return judged(model, answers, today)
                .flatMap(given -> solved(() -> {
                    long end = end();
                    try (Search search = search(model.solvers(), model, end);
                            Why why = new Why(model, search(model.explaining(), model, end))) {
                        return why(
                                slot.get(),
                                slot.get().values().get(index),
                                Keeping.of(model, given.pieces(), search),
                                search,
                                why);
                    }
                }));
    }

    private static Outcome<Conflict> why(Slot slot, int literal, Keeping keeping, Search search, Why why) {
        List<Piece> against = new ArrayList<>(keeping.kept());
        against.removeIf(piece -> piece.of(slot) && (!slot.several() || piece.literal() < 0));
        List<Integer> tried = Keeping.literals(against);
        tried.add(literal);
        if (search.possible(tried)) {
            return refused("option-possible", "/option", "This option can be chosen.");
        }
        return Outcome.done(why.conflict(slot, literal, against));
    }

    /**
     * What a configuration comes to: it must be complete, with its defaults and with what follows from the answers. Refused with
     * {@code configuration-incomplete}, the details naming each question as {@code /answers/<code>} and saying what is the
     * matter: {@code answer-missing}, {@code file-required}, {@code answer-conflicts}, {@code question-unknown},
     * {@code option-unknown}, {@code number-out-of-range}, {@code answer-too-long}, {@code text-unfit},
     * {@code date-out-of-range}, {@code file-count-invalid}; and as {@link #guide}.
     *
     * @param today business date of the seller
     */
    public Outcome<Expansion> expand(CompiledModel model, Answers answers, LocalDate today) {
        return judged(model, answers, today).flatMap(given -> whole(model, given)
                .map(selection -> Outcome.done(expansion(model, selection)))
                .orElseGet(() -> solved(() -> completed(model, given))));
    }

    /** Answers that are complete as they stand need no solver. */
    private static Optional<Selection> whole(CompiledModel model, Given given) {
        if (!given.faults().isEmpty()) {
            return Optional.empty();
        }
        Selection selection = new Selection(model);
        given.pieces().forEach(selection::take);
        for (Slot slot : model.slots()) {
            if (Completing.hasInitial(slot) && !selection.answered(slot) && !selection.none(slot)) {
                return Optional.empty();
            }
        }
        return Optional.of(selection).filter(Selection::complete);
    }

    private Outcome<Expansion> completed(CompiledModel model, Given given) {
        long end = end();
        try (Search search = search(model.solvers(), model, end)) {
            Guide guide = new Guide(model, given, search);
            List<Detail> details = new ArrayList<>(given.faults());
            List<Misfit> misfits = misfits(model, guide, given, end);
            for (Misfit misfit : misfits.subList(given.faults().size(), misfits.size())) {
                details.add(new Detail(
                        Given.field(misfit.question()),
                        "answer-conflicts",
                        misfit.conflict().reasons().get(0)));
            }
            if (details.isEmpty()) {
                guide.missing().stream().sorted().forEach(code -> details.add(missing(model, code)));
            }
            return details.isEmpty() && guide.complete()
                    ? Outcome.done(expansion(model, guide.selection()))
                    : Outcome.refused(Refusal.of(
                                    Kind.UNPROCESSABLE,
                                    "configuration-incomplete",
                                    "The configuration is not complete.")
                            .with(details));
        }
    }

    private static Detail missing(CompiledModel model, String code) {
        boolean files = model.slot(code)
                .filter(slot -> slot.question() instanceof Question.Files)
                .isPresent();
        return files
                ? Refusal.detail(Given.field(code), "file-required", "A file is needed here.")
                : Refusal.detail(Given.field(code), "answer-missing", "An answer is needed here.");
    }

    private static Expansion expansion(CompiledModel model, Selection selection) {
        Yielding yielding = new Yielding(model.model(), selection);
        return new Expansion(
                model.hash(), selection.answers(), yielding.parts(), yielding.tasks(), yielding.extraDays());
    }

    private static Outcome<Given> judged(CompiledModel model, Answers answers, LocalDate today) {
        if (answers.byQuestion().size() > Configurations.MAX_ANSWERS) {
            return refused("answers-too-many", "/answers", "There are too many answers.");
        }
        Given given = Given.of(model, answers, today);
        return given.invalid().isEmpty()
                ? Outcome.done(given)
                : Outcome.refused(
                        Refusal.of(Kind.UNPROCESSABLE, "answer-invalid", "Such an answer does not fit the question.")
                                .with(given.invalid()));
    }

    private static <T> Outcome<T> solved(Supplier<Outcome<T>> search) {
        try {
            return search.get();
        } catch (Exhausted e) {
            return Outcome.refused(Refusal.of(
                    Kind.UNAVAILABLE, "configuration-unsolved", "This configuration could not be worked out in time."));
        }
    }

    private static <T> Outcome<T> refused(String code, String field, String english) {
        return Outcome.refused(
                Refusal.of(Kind.UNPROCESSABLE, code, english).with(List.of(Refusal.detail(field, code, english))));
    }

    private Search search(Solvers solvers, CompiledModel model, long end) {
        return new Search(solvers, model.variables(), budget, end);
    }

    private long end() {
        return System.nanoTime() + budget.millis() * 1_000_000L;
    }
}
