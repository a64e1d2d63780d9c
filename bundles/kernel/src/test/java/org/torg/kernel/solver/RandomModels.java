package org.torg.kernel.solver;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.Question;

/** Small models with everything in them, and answers that may fit or not. */
final class RandomModels {

    private static final String[] OPTIONS = {"a", "b", "c"};

    private final Random random;
    private final List<Question> questions = new ArrayList<>();

    private RandomModels(long seed) {
        this.random = new Random(seed);
    }

    static ConfigurationModel model(long seed) {
        RandomModels models = new RandomModels(seed);
        int count = 2 + models.random.nextInt(4);
        for (int i = 0; i < count; i++) {
            models.questions.add(models.question("q" + i));
        }
        List<Constraint> constraints = new ArrayList<>();
        int rules = models.random.nextInt(5);
        for (int i = 0; i < rules; i++) {
            constraints.add(Lamp.constraint("c" + i, models.condition(2)));
        }
        return new ConfigurationModel(
                "random",
                List.of(new Stage("stage", Lamp.words("stage"), Subject.PRODUCT, models.questions)),
                constraints,
                List.of(),
                List.of(),
                List.of());
    }

    private Question question(String code) {
        Condition when = questions.isEmpty() || random.nextInt(3) > 0 ? Condition.ALWAYS : condition(1);
        Question.About about = Lamp.about(code, when, random.nextBoolean());
        switch (random.nextInt(5)) {
            case 0:
                return new Question.Text(about, false, 10, Optional.empty());
            case 1:
                return new Question.Measure(
                        about,
                        "",
                        new BigDecimal("0.5"),
                        new BigDecimal("2.6"),
                        new BigDecimal("0.5"),
                        random.nextBoolean() ? Optional.of(number()) : Optional.empty());
            default:
                boolean several = random.nextInt(3) == 0;
                int options = 1 + random.nextInt(3);
                List<String> initial = new ArrayList<>();
                if (random.nextBoolean()) {
                    initial.add(OPTIONS[random.nextInt(options)]);
                }
                String[] codes = new String[options];
                System.arraycopy(OPTIONS, 0, codes, 0, options);
                return Lamp.choice(about, several, initial, codes);
        }
    }

    private BigDecimal number() {
        return new BigDecimal("0.5").multiply(BigDecimal.valueOf(1 + random.nextInt(5)));
    }

    private Condition condition(int depth) {
        int kind = random.nextInt(depth == 0 ? 2 : 5);
        if (kind < 2) {
            return atom();
        }
        if (kind == 2) {
            return Condition.not(condition(depth - 1));
        }
        List<Condition> parts = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            parts.add(condition(depth - 1));
        }
        return kind == 3 ? new Condition.All(parts) : new Condition.Any(parts);
    }

    private Condition atom() {
        Question question = questions.get(random.nextInt(questions.size()));
        if (random.nextInt(4) == 0) {
            return new Condition.Answered(question.code());
        }
        if (question instanceof Question.Choice choice) {
            return Condition.is(
                    question.code(),
                    choice.options()
                            .get(random.nextInt(choice.options().size()))
                            .code());
        }
        if (question instanceof Question.Measure) {
            // Between the steps too, and beyond both ends.
            BigDecimal least = new BigDecimal("0.3").multiply(BigDecimal.valueOf(random.nextInt(10)));
            return new Condition.Within(
                    question.code(),
                    least,
                    least.add(new BigDecimal("0.4").multiply(BigDecimal.valueOf(random.nextInt(4)))));
        }
        return new Condition.Answered(question.code());
    }

    static Answers answers(ConfigurationModel model, long seed) {
        RandomModels models = new RandomModels(seed);
        Random random = models.random;
        Answers answers = Answers.NONE;
        for (Question question : model.questions().toList()) {
            if (random.nextBoolean()) {
                continue;
            }
            if (question instanceof Question.Choice choice) {
                List<String> chosen = new ArrayList<>();
                for (Question.Option option : choice.options()) {
                    if (random.nextInt(choice.several() ? 2 : 3) == 0) {
                        chosen.add(option.code());
                    }
                }
                answers = answers.with(question.code(), new Answer.Chosen(chosen));
            } else if (question instanceof Question.Measure) {
                answers = answers.with(question.code(), new Answer.Measure(models.number()));
            } else {
                answers = answers.with(question.code(), new Answer.Words("words"));
            }
        }
        return answers;
    }
}
