package org.torg.kernel.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.Guidance;
import org.torg.api.configurator.Guidance.Conflict;
import org.torg.api.configurator.Guidance.OptionState;
import org.torg.api.configurator.Guidance.OptionStatus;
import org.torg.api.configurator.Guidance.QuestionState;
import org.torg.api.configurator.Question;
import org.torg.kernel.solver.BruteForce.Fact;

/** On small models the engine says what trying everything says. */
class SolvedAsByBruteForceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final long SEEDS = 1L << 40;
    private static final int TRIES = 300;

    /** A random model under random answers, and what the engine says. */
    private static final class Case {

        private final Engine engine = new Engine(Budget.DEFAULT);
        private final ConfigurationModel model;
        private final CompiledModel compiled;
        private final BruteForce force;
        private final Answers answers;
        private final Guidance guidance;
        private final List<Fact> kept = new ArrayList<>();
        private final Set<String> dropped = new HashSet<>();

        Case(long seed) {
            model = RandomModels.model(seed);
            force = new BruteForce(model);
            Assume.that(!force.valid().isEmpty());
            compiled = ModelHash.compile(model);
            answers = RandomModels.answers(model, seed + 1);
            guidance = engine.guide(compiled, answers, TODAY).orElseThrow();
            for (Fact fact : force.facts(answers)) {
                kept.add(fact);
                if (!force.any(kept)) {
                    kept.remove(kept.size() - 1);
                    if (!fact.value().isEmpty()) {
                        dropped.add(fact.question());
                    }
                }
            }
        }

        List<Fact> others(Question question) {
            List<Fact> others = new ArrayList<>(kept);
            boolean several = question instanceof Question.Choice choice && choice.several();
            others.removeIf(fact -> fact.question().equals(question.code())
                    && (!several || fact.value().isEmpty()));
            return others;
        }

        /** The answers as they stand; to have nothing where something is needed is none. */
        List<Fact> standing() {
            List<Fact> standing = force.facts(guidance.answers());
            standing.removeIf(fact -> fact.value().isEmpty() && !kept.contains(fact));
            return standing;
        }

        QuestionState state(Question question) {
            return guidance.question(question.code()).orElseThrow();
        }

        Answers without(String question) {
            return answers.without(question);
        }
    }

    private static List<Fact> plus(List<Fact> facts, Fact fact) {
        List<Fact> more = new ArrayList<>(facts);
        more.add(fact);
        return more;
    }

    @Property(tries = TRIES)
    void whatIsOfferedCanBeCompletedAndWhatCanBeCompletedIsOffered(@ForAll @LongRange(max = SEEDS) long seed) {
        Case at = new Case(seed);
        at.model.questions().forEach(question -> {
            for (OptionState option : at.state(question).options()) {
                Fact fact = new Fact(question.code(), option.code());
                assertThat(option.status() != OptionStatus.EXCLUDED)
                        .as(option.toString())
                        .isEqualTo(at.force.any(plus(at.others(question), fact)));
            }
        });
        assertThat(at.force.any(at.standing()))
                .as("the answers can be completed")
                .isTrue();
    }

    @Property(tries = TRIES)
    void whatIsForcedIsInEveryCompletionAndNothingElseIs(@ForAll @LongRange(max = SEEDS) long seed) {
        Case at = new Case(seed);
        at.model.questions().forEach(question -> {
            for (OptionState option : at.state(question).options()) {
                Fact fact = new Fact(question.code(), option.code());
                List<Fact> others = at.others(question);
                others.remove(fact);
                assertThat(option.status() == OptionStatus.FORCED)
                        .as(option.toString())
                        .isEqualTo(at.force.all(others, fact));
            }
        });
    }

    @Property(tries = TRIES)
    void theLaterGivesWayAndWhatFollowsIsFilledIn(@ForAll @LongRange(max = SEEDS) long seed) {
        Case at = new Case(seed);
        assertThat(at.guidance.misfits())
                .extracting(Guidance.Misfit::question)
                .containsExactlyInAnyOrderElementsOf(at.force.facts(at.answers).stream()
                        .filter(fact -> !fact.value().isEmpty() && !at.kept.contains(fact))
                        .map(Fact::question)
                        .toList());
        List<Fact> standing = at.standing();
        assertThat(standing).containsAll(at.kept);
        at.model.questions().forEach(question -> {
            for (String value : BruteForce.values(question)) {
                Fact fact = new Fact(question.code(), value);
                if (!(question instanceof Question.Text) && at.force.all(standing, fact)) {
                    assertThat(standing).contains(fact);
                }
            }
        });
    }

    @Property(tries = TRIES)
    void completeIsCompleteAndElseSomethingIsMissing(@ForAll @LongRange(max = SEEDS) long seed) {
        Case at = new Case(seed);
        List<Fact> standing = at.standing();
        boolean complete = at.force.valid().stream()
                .anyMatch(whole -> at.model.questions().allMatch(question -> whole.of(question.code())
                        .equals(values(standing, question.code()))));
        assertThat(at.guidance.complete()).isEqualTo(complete);
        assertThat(at.guidance.missing().isEmpty()).isEqualTo(complete);
        assertThat(at.engine.expand(at.compiled, at.answers, TODAY).isDone())
                .isEqualTo(complete && at.guidance.misfits().isEmpty());
    }

    private static Set<String> values(List<Fact> facts, String question) {
        Set<String> values = new HashSet<>();
        facts.stream()
                .filter(fact ->
                        fact.question().equals(question) && !fact.value().isEmpty())
                .forEach(fact -> values.add(fact.value()));
        return values;
    }

    @Property(tries = TRIES)
    void numbersKeepExactlyTheirPossibleValues(@ForAll @LongRange(max = SEEDS) long seed) {
        Case at = new Case(seed);
        at.model.questions().filter(Question.Measure.class::isInstance).forEach(question -> {
            for (String value : BruteForce.values(question)) {
                BigDecimal number = new BigDecimal(value);
                boolean offered = at.state(question).ranges().stream()
                        .anyMatch(range -> number.compareTo(range.least()) >= 0 && number.compareTo(range.most()) <= 0);
                assertThat(offered)
                        .as(question.code() + " = " + value)
                        .isEqualTo(at.force.any(plus(at.others(question), new Fact(question.code(), value))));
            }
        });
    }

    @Property(tries = TRIES)
    void whyNamesAConflictOfWhichNothingCanBeLeftAway(@ForAll @LongRange(max = SEEDS) long seed) {
        Case at = new Case(seed);
        at.model.questions().forEach(question -> {
            for (OptionState option : at.state(question).options()) {
                if (option.status() == OptionStatus.EXCLUDED) {
                    Conflict conflict = at.engine
                            .why(at.compiled, at.answers, TODAY, question.code(), option.code())
                            .orElseThrow();
                    minimal(at, question, new Fact(question.code(), option.code()), conflict);
                    assertThat(at.engine.why(at.compiled, at.answers, TODAY, question.code(), option.code()))
                            .as("the same each time")
                            .isEqualTo(new org.torg.api.Outcome.Done<>(conflict));
                }
            }
        });
    }

    private static void minimal(Case at, Question question, Fact fact, Conflict conflict) {
        Set<String> answers = new HashSet<>(conflict.answers());
        Set<String> constraints = new HashSet<>(conflict.constraints());
        assertThat(together(at, question, fact, answers, constraints)).isFalse();
        for (String answer : conflict.answers()) {
            Set<String> fewer = new HashSet<>(answers);
            fewer.remove(answer);
            assertThat(together(at, question, fact, fewer, constraints))
                    .as(answer)
                    .isTrue();
        }
        for (String constraint : conflict.constraints()) {
            Set<String> fewer = new HashSet<>(constraints);
            fewer.remove(constraint);
            assertThat(together(at, question, fact, answers, fewer))
                    .as(constraint)
                    .isTrue();
        }
        assertThat(conflict.reasons()).isNotEmpty();
    }

    private static boolean together(
            Case at, Question question, Fact fact, Set<String> answers, Set<String> constraints) {
        List<Fact> facts = at.others(question);
        facts.removeIf(given -> !answers.contains(given.question()));
        return at.force.any(plus(facts, fact), rule -> constraints.contains(rule.code()));
    }

    @Property(tries = TRIES)
    void askedAgainWithItsOwnAnswersItSaysTheSame(@ForAll @LongRange(max = SEEDS) long seed) {
        Case at = new Case(seed);
        Guidance again =
                at.engine.guide(at.compiled, at.guidance.answers(), TODAY).orElseThrow();
        assertThat(again.answers()).isEqualTo(at.guidance.answers());
        assertThat(again.misfits()).isEmpty();
        assertThat(again.complete()).isEqualTo(at.guidance.complete());
        assertThat(again.missing()).isEqualTo(at.guidance.missing());
        assertThat(at.engine.guide(at.compiled, at.answers, TODAY).orElseThrow())
                .as("whatever the solver has learned meanwhile")
                .isEqualTo(at.guidance);
    }
}
