package org.torg.kernel.solver;

import static org.torg.api.configurator.Condition.ALWAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.torg.api.Message;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.Guidance;
import org.torg.api.configurator.Guidance.Conflict;
import org.torg.api.configurator.Guidance.OptionState;
import org.torg.api.configurator.Guidance.OptionStatus;
import org.torg.api.configurator.Guidance.QuestionState;
import org.torg.api.configurator.Question;
import org.torg.api.configurator.Yield;

/**
 * Guides through a model of 50 questions with 5 options each and 300 constraints: half of them forbid a pair of options, the
 * others let an option need one of two others. Every so many questions are answered, as a customer would who is shown what is
 * possible.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ConfigurationBenchmark {

    private static final int QUESTIONS = 50;
    private static final int OPTIONS = 5;
    private static final int CONSTRAINTS = 300;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    /** Of the questions that have an answer, in percent. */
    @Param("50")
    public int answered;

    private final Engine engine = new Engine(Budget.DEFAULT);
    private CompiledModel model;
    private Answers answers = Answers.NONE;
    private String question = "";
    private String option = "";

    @Setup
    public void prepare() {
        Random random = new Random(7);
        int[] planted = new int[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            planted[i] = random.nextInt(OPTIONS);
        }
        model = ModelHash.compile(model(random, planted));
        for (int i = 0; i < QUESTIONS * answered / 100; i++) {
            Guidance guidance = engine.guide(model, answers, TODAY).orElseThrow();
            QuestionState state = guidance.questions().get(i);
            Optional<String> possible = state.options().stream()
                    .filter(each -> each.status() == OptionStatus.POSSIBLE)
                    .map(OptionState::code)
                    .findFirst();
            if (possible.isPresent()) {
                answers = answers.with(state.code(), Answer.chosen(possible.get()));
            }
        }
        engine.guide(model, answers, TODAY).orElseThrow().questions().forEach(state -> state.options().stream()
                .filter(each -> each.status() == OptionStatus.EXCLUDED)
                .forEach(each -> {
                    question = state.code();
                    option = each.code();
                }));
    }

    private static Message words(String english) {
        return Message.of("bench." + english, english);
    }

    private static ConfigurationModel model(Random random, int[] planted) {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            List<Question.Option> options = new ArrayList<>();
            for (int j = 0; j < OPTIONS; j++) {
                options.add(new Question.Option("o" + j, words("Option")));
            }
            questions.add(new Question.Choice(
                    new Question.About("q" + i, words("Question"), Optional.empty(), ALWAYS, true),
                    options,
                    false,
                    List.of()));
        }
        List<Constraint> constraints = new ArrayList<>();
        while (constraints.size() < CONSTRAINTS) {
            Condition must = constraints.size() % 2 == 0 ? forbidden(random, planted) : needed(random, planted);
            constraints.add(new Constraint("c" + constraints.size(), must, words("It does not go")));
        }
        return new ConfigurationModel(
                "bench",
                List.of(new Stage("stage", words("Stage"), Subject.PRODUCT, questions)),
                constraints,
                List.of(Yield.of(ALWAYS, "BENCH")),
                List.of(),
                List.of());
    }

    private static Condition is(int question, int option) {
        return Condition.is("q" + question, "o" + option);
    }

    /** Never both of the planted configuration: that one stays. */
    private static Condition forbidden(Random random, int[] planted) {
        int first = random.nextInt(QUESTIONS);
        int second = (first + 1 + random.nextInt(QUESTIONS - 1)) % QUESTIONS;
        int option = random.nextInt(OPTIONS);
        int other = random.nextInt(OPTIONS);
        if (option == planted[first] && other == planted[second]) {
            other = (other + 1) % OPTIONS;
        }
        return Condition.implies(is(first, option), Condition.not(is(second, other)));
    }

    private static Condition needed(Random random, int[] planted) {
        int first = random.nextInt(QUESTIONS);
        int second = (first + 1 + random.nextInt(QUESTIONS - 1)) % QUESTIONS;
        return Condition.implies(
                is(first, random.nextInt(OPTIONS)),
                Condition.any(is(second, planted[second]), is(second, random.nextInt(OPTIONS))));
    }

    @Benchmark
    public Guidance guide() {
        return engine.guide(model, answers, TODAY).orElseThrow();
    }

    @Benchmark
    public Conflict why() {
        return engine.why(model, answers, TODAY, question, option).orElseThrow();
    }

    @Benchmark
    public CompiledModel compile() {
        return ModelHash.compile(model.model());
    }
}
