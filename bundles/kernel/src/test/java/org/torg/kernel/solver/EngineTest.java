package org.torg.kernel.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.api.configurator.Guidance.OptionStatus.CHOSEN;
import static org.torg.api.configurator.Guidance.OptionStatus.EXCLUDED;
import static org.torg.api.configurator.Guidance.OptionStatus.FORCED;
import static org.torg.api.configurator.Guidance.OptionStatus.POSSIBLE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Guidance;
import org.torg.api.configurator.Guidance.Conflict;
import org.torg.api.configurator.Guidance.OptionState;
import org.torg.api.configurator.Guidance.OptionStatus;
import org.torg.api.configurator.Guidance.Part;
import org.torg.api.configurator.Guidance.Range;
import org.torg.api.configurator.Guidance.Status;
import org.torg.api.upload.UploadId;

/** What people see of a lamp while they put it together. */
class EngineTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final Engine engine = new Engine(Budget.DEFAULT);
    private final CompiledModel lamp = ModelHash.compile(Lamp.model());

    private Guidance guide(Answers answers) {
        return engine.guide(lamp, answers, TODAY).orElseThrow();
    }

    private static OptionStatus option(Guidance guidance, String question, String option) {
        return guidance.question(question).orElseThrow().options().stream()
                .filter(state -> state.code().equals(option))
                .map(OptionState::status)
                .findFirst()
                .orElseThrow();
    }

    private static Status status(Guidance guidance, String question) {
        return guidance.question(question).orElseThrow().status();
    }

    private static List<Range> ranges(Guidance guidance) {
        return guidance.question("length").orElseThrow().ranges();
    }

    private static Range range(String least, String most) {
        return new Range(new BigDecimal(least), new BigDecimal(most));
    }

    private static Answer number(String number) {
        return new Answer.Measure(new BigDecimal(number));
    }

    private Refusal refused(Answers answers) {
        return ((Outcome.Refused<Expansion>) engine.expand(lamp, answers, TODAY)).refusal();
    }

    @Test
    void atFirstTheDefaultsStandAndEverythingThatCanBeIsPossible() {
        Guidance guidance = guide(Answers.NONE);

        assertThat(guidance.answers().byQuestion()).containsExactly(Map.entry("driver", Answer.chosen("plain")));
        assertThat(status(guidance, "driver")).isEqualTo(Status.DEFAULTED);
        assertThat(option(guidance, "driver", "plain")).isEqualTo(CHOSEN);
        assertThat(option(guidance, "driver", "dali")).isEqualTo(POSSIBLE);
        assertThat(option(guidance, "dimming", "dali")).isEqualTo(POSSIBLE);
        assertThat(status(guidance, "extras")).isEqualTo(Status.OPTIONAL);
        assertThat(status(guidance, "plan")).isEqualTo(Status.NOT_ASKED);
        assertThat(guidance.missing()).containsExactly("dimming", "length");
        assertThat(guidance.complete()).isFalse();
        assertThat(ranges(guidance)).containsExactly(range("100", "3000"));
        assertThat(guidance.parts()).containsExactly(new Part(new Sku("LAMP"), 1));
    }

    @Test
    void whatFollowsFromAnAnswerIsFilledIn() {
        Guidance guidance = guide(Answers.NONE.with("dimming", Answer.chosen("dali")));

        assertThat(option(guidance, "driver", "dali")).isEqualTo(FORCED);
        assertThat(option(guidance, "driver", "plain")).isEqualTo(EXCLUDED);
        assertThat(status(guidance, "driver")).isEqualTo(Status.FORCED);
        assertThat(status(guidance, "dimming")).isEqualTo(Status.ANSWERED);
        assertThat(option(guidance, "dimming", "phase")).isEqualTo(POSSIBLE);
    }

    @Test
    void aNumberKeepsTheRangesThatAreLeft() {
        assertThat(ranges(guide(Answers.NONE.with("driver", Answer.chosen("plain")))))
                .containsExactly(range("100", "2000"));
        Guidance guidance = guide(Answers.NONE.with("length", number("2050.0")));

        assertThat(option(guidance, "driver", "dali")).isEqualTo(FORCED);
        assertThat(ranges(guidance)).containsExactly(range("100", "3000"));
        assertThat(guidance.complete()).isTrue();
        assertThat(guidance.parts())
                .containsExactly(
                        new Part(new Sku("LAMP"), 1), new Part(new Sku("METRE"), 3), new Part(new Sku("DALI"), 1));
        assertThat(guidance.extraDays()).isEqualTo(3);
    }

    @Test
    void theLaterAnswerGivesWayAndIsToldWhy() {
        Guidance guidance = guide(
                Answers.NONE.with("driver", Answer.chosen("plain")).with("extras", Answer.chosen("sensor", "clip")));

        assertThat(guidance.answers().to("extras")).contains(Answer.chosen("clip"));
        assertThat(guidance.misfits()).singleElement().satisfies(misfit -> {
            assertThat(misfit.question()).isEqualTo("extras");
            assertThat(misfit.conflict().answers()).containsExactly("driver");
            assertThat(misfit.conflict().constraints()).containsExactly("sensor-dali");
            assertThat(misfit.conflict().reasons()).containsExactly(Lamp.words("sensor-dali does not go"));
        });
    }

    @Test
    void whyNamesTheAnswersAndTheConstraintsBetweenThemAndNoOther() {
        Answers answers = Answers.NONE
                .with("dimming", Answer.chosen("none"))
                .with("extras", Answer.chosen("clip"))
                .with("length", number("500"));

        Conflict conflict = engine.why(lamp, answers, TODAY, "driver", "dali").orElseThrow();

        assertThat(conflict.answers()).containsExactly("dimming");
        assertThat(conflict.constraints()).containsExactly("dali-only");
        assertThat(((Outcome.Refused<Conflict>) engine.why(lamp, answers, TODAY, "driver", "plain"))
                        .refusal()
                        .code())
                .isEqualTo("option-possible");
    }

    @Test
    void anAnswerToWhatIsNotAskedDoesNotFit() {
        Guidance guidance =
                guide(Answers.NONE.with("driver", Answer.chosen("zhaga")).with("dimming", Answer.chosen("phase")));

        assertThat(status(guidance, "dimming")).isEqualTo(Status.NOT_ASKED);
        assertThat(guidance.misfits().get(0).conflict().answers()).containsExactly("driver");
        assertThat(guidance.misfits().get(0).conflict().reasons().get(0).key()).isEqualTo("configurator.not-asked");
    }

    @Test
    void numbersOffTheirStepsAndUnknownAnswersAreMisfits() {
        Guidance guidance = guide(Answers.NONE
                .with("length", number("120"))
                .with("gone", Answer.chosen("x"))
                .with("driver", Answer.chosen("gone"))
                .with("note", new Answer.Words("abc"))
                .with("day", new Answer.Day(TODAY.minusDays(1))));

        assertThat(guidance.misfits())
                .extracting(misfit -> misfit.question() + " "
                        + misfit.conflict().reasons().get(0).key())
                .containsExactly(
                        "driver refusal.option-unknown",
                        "length refusal.number-out-of-range",
                        "note refusal.text-unfit",
                        "day refusal.date-out-of-range",
                        "gone refusal.question-unknown");
        assertThat(guidance.answers().byQuestion()).containsOnlyKeys("driver");
    }

    @Test
    void anAnswerOfAnotherKindIsRefused() {
        assertThat(engine.guide(lamp, Answers.NONE.with("length", Answer.chosen("100")), TODAY))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(
                                refused.refusal().firstDetail().orElseThrow().field())
                        .isEqualTo("/answers/length"));
    }

    @Test
    void toHaveNothingIsAnAnswerToo() {
        Guidance guidance = guide(Answers.NONE.with("driver", new Answer.Chosen(List.of())));

        assertThat(guidance.answers().to("driver")).contains(new Answer.Chosen(List.of()));
        assertThat(guidance.missing()).contains("driver");
        assertThat(guidance.misfits()).isEmpty();
    }

    @Test
    void aCompleteConfigurationComesToPartsAndTasks() {
        Answers answers = Answers.NONE
                .with("driver", Answer.chosen("dali"))
                .with("length", number("1000"))
                .with("extras", Answer.chosen("sensor", "clip"))
                .with("plan", new Answer.Uploaded(List.of(new UploadId("u1"))));

        Expansion expansion = engine.expand(lamp, answers, TODAY).orElseThrow();

        assertThat(expansion.answers())
                .isEqualTo(
                        answers.with("dimming", Answer.chosen("dali")).with("extras", Answer.chosen("clip", "sensor")));
        assertThat(expansion.parts())
                .containsExactly(
                        new Part(new Sku("LAMP"), 1), new Part(new Sku("METRE"), 1), new Part(new Sku("DALI"), 2));
        assertThat(expansion.tasks()).extracting(task -> task.code()).containsExactly("mount");
        assertThat(expansion.extraDays()).isEqualTo(5);
        assertThat(engine.expand(lamp, expansion.answers(), TODAY).orElseThrow())
                .isEqualTo(expansion);
    }

    @Test
    void whatIsMissingIsNamedByItsPlace() {
        Answers answers = Answers.NONE.with("extras", Answer.chosen("sensor")).with("driver", Answer.chosen("zhaga"));

        assertThat(refused(answers).code()).isEqualTo("configuration-incomplete");
        assertThat(refused(answers).details())
                .extracting(detail -> detail.field() + " " + detail.code())
                .containsExactly("/answers/length answer-missing", "/answers/plan file-required");
        assertThat(refused(Answers.NONE.with("driver", Answer.chosen("plain")).with("dimming", Answer.chosen("dali")))
                        .details())
                .extracting(detail -> detail.field() + " " + detail.code())
                .containsExactly("/answers/dimming answer-conflicts");
    }
}
