package org.torg.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.torg.api.Message;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.Question;
import org.torg.api.configurator.Yield;
import org.torg.api.configurator.Yield.Count;

/**
 * What must be true of a configuration model, as far as it can be seen without solving it: its size, its codes, and that
 * everything it names is there. Whether it has a complete configuration the kernel's solver sees.
 */
final class ModelRules {

    static final int MOST_MODELS = 1_000;
    static final int MOST_STAGES = 20;
    static final int MOST_QUESTIONS = 200;
    static final int MOST_OPTIONS = 200;
    static final int MOST_CONSTRAINTS = 2_000;
    static final int MOST_YIELDS = 2_000;
    static final int MOST_TASKS = 200;
    static final int MOST_DAYS = 3_650;
    static final int MOST_FILES = 100;
    static final int MOST_QUANTITY = 100_000;
    private static final int LONGEST_UNIT = 20;
    private static final int LONGEST_PATTERN = 500;
    private static final int LONGEST_TEXT = 4_000;
    private static final BigDecimal MOST_STEPS = BigDecimal.valueOf(1_000_000_000);
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,79}");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9]{1,10}");

    private final Source source;
    private final Bounds bounds;
    private final ConfigurationModel model;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final ConditionRules conditions;

    private ModelRules(Source source, ConfigurationModel model) {
        this.source = source;
        this.bounds = new Bounds(source);
        this.model = model;
        this.conditions = new ConditionRules(questions, positions, this::require);
    }

    /** @throws org.torg.api.vendor.VendorFailure for the first thing that does not hold */
    static List<ConfigurationModel> hold(Source source, List<ConfigurationModel> answer) {
        List<ConfigurationModel> models = List.copyOf(answer);
        new Bounds(source).count(models, MOST_MODELS, "configuration models");
        Set<String> products = new HashSet<>();
        for (ConfigurationModel model : models) {
            new ModelRules(source, model).hold();
            if (!products.add(model.product())) {
                throw source.failure("two configuration models are of the product " + model.product());
            }
        }
        return models;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw source.failure("the configuration model " + model.product() + ": " + otherwise);
        }
    }

    private void count(List<?> several, int most, String what) {
        require(several.size() <= most, "it has " + several.size() + " " + what + ", and may have " + most);
    }

    private void hold() {
        bounds.name(model.product());
        require(!model.product().isBlank(), "it is of no product");
        count(model.stages(), MOST_STAGES, "stages");
        count(model.questions().toList(), MOST_QUESTIONS, "questions");
        count(model.constraints(), MOST_CONSTRAINTS, "constraints");
        count(model.yields(), MOST_YIELDS, "yields");
        count(model.tasks(), MOST_TASKS, "tasks");
        count(model.extraDays(), MOST_TASKS, "rules of extra days");
        require(model.questions().findAny().isPresent(), "it asks nothing");
        Set<String> stages = new HashSet<>();
        for (Stage stage : model.stages()) {
            code("stage", stage.code(), stages);
            bounds.message(stage.title());
            stage.questions().forEach(this::declare);
        }
        model.questions().forEach(this::question);
        Set<String> codes = new HashSet<>();
        model.constraints().forEach(constraint -> {
            code("constraint", constraint.code(), codes);
            bounds.message(constraint.why());
            conditions.hold("the constraint " + constraint.code(), constraint.must());
        });
        model.yields().forEach(this::yields);
        Set<String> tasks = new HashSet<>();
        model.tasks().forEach(task -> {
            code("task", task.code(), tasks);
            bounds.message(task.label());
            conditions.hold("the task " + task.code(), task.when());
        });
        model.extraDays().forEach(extra -> {
            require(
                    extra.workingDays() >= 0 && extra.workingDays() <= MOST_DAYS,
                    extra.workingDays() + " extra days are odd");
            conditions.hold("extra days", extra.when());
        });
    }

    private void code(String what, String code, Set<String> taken) {
        require(
                CODE.matcher(code).matches(),
                "the " + what + " " + code + " is not in lower case with dots and dashes");
        require(taken.add(code), "two " + what + "s have the code " + code);
    }

    private void declare(Question question) {
        String code = question.code();
        require(CODE.matcher(code).matches(), "the question " + code + " is not in lower case with dots and dashes");
        positions.put(code, positions.size());
        require(questions.put(code, question) == null, "two questions have the code " + code);
    }

    private void question(Question question) {
        Question.About about = question.about();
        bounds.message(about.label());
        about.help().ifPresent(bounds::message);
        conditions.holdBefore(about.code(), about.when());
        String what = "the question " + about.code();
        if (question instanceof Question.Choice choice) {
            choice(what, choice);
        } else if (question instanceof Question.Measure measure) {
            measure(what, measure);
        } else if (question instanceof Question.Text text) {
            text(what, text);
        } else if (question instanceof Question.Date date) {
            require(
                    date.leastDays() <= date.mostDays()
                            && date.leastDays() >= -MOST_DAYS
                            && date.mostDays() <= MOST_DAYS,
                    what + " asks for no day, or one of another age");
        } else if (question instanceof Question.Files files) {
            require(
                    files.least() >= 1 && files.least() <= files.most() && files.most() <= MOST_FILES,
                    what + " asks for " + files.least() + " to " + files.most() + " files");
            require(
                    !files.types().isEmpty()
                            && files.types().stream()
                                    .allMatch(type -> TYPE.matcher(type).matches()),
                    what + " has no type of files, or an odd one");
        }
    }

    private void choice(String what, Question.Choice choice) {
        count(choice.options(), MOST_OPTIONS, "options of one question");
        require(!choice.options().isEmpty(), what + " has no option");
        Set<String> codes = new HashSet<>();
        choice.options().forEach(option -> {
            code("option of " + choice.code(), option.code(), codes);
            bounds.message(option.label());
        });
        require(codes.containsAll(choice.initial()), what + " begins with an option that is not there");
        require(choice.several() || choice.initial().size() <= 1, what + " begins with several options, and takes one");
    }

    private void measure(String what, Question.Measure measure) {
        List.of(measure.least(), measure.most(), measure.step()).forEach(bounds::number);
        measure.initial().ifPresent(bounds::number);
        require(measure.unit().length() <= LONGEST_UNIT, what + " has a unit that is too long");
        require(measure.step().signum() > 0, what + " has no step");
        require(measure.least().compareTo(measure.most()) <= 0, what + " has no value");
        require(
                measure.most()
                                .subtract(measure.least())
                                .divide(measure.step(), 0, RoundingMode.CEILING)
                                .compareTo(MOST_STEPS)
                        <= 0,
                what + " has too many values");
        measure.initial()
                .ifPresent(initial -> require(
                        initial.compareTo(measure.least()) >= 0
                                && initial.compareTo(measure.most()) <= 0
                                && initial.subtract(measure.least())
                                                .remainder(measure.step())
                                                .signum()
                                        == 0,
                        what + " begins with a number that is none of its values"));
    }

    private void text(String what, Question.Text text) {
        require(text.maxLength() >= 1 && text.maxLength() <= LONGEST_TEXT, what + " has an odd length");
        text.pattern().ifPresent(pattern -> {
            require(pattern.length() <= LONGEST_PATTERN, what + " has a pattern that is too long");
            try {
                require(!Pattern.compile(pattern).pattern().isEmpty(), what + " has a pattern that nothing matches");
            } catch (PatternSyntaxException e) {
                require(false, what + " has a pattern that is none");
            }
        });
    }

    private void yields(Yield yield) {
        String what = "the yield of " + yield.sku().value();
        require(Sku.isValid(yield.sku().value()), what + " is no article number");
        conditions.hold(what, yield.when());
        if (yield.count() instanceof Count.Fixed fixed) {
            require(fixed.quantity() >= 1 && fixed.quantity() <= MOST_QUANTITY, what + " has an odd quantity");
            return;
        }
        Count.Per per = (Count.Per) yield.count();
        bounds.number(per.size());
        require(per.size().signum() > 0, what + " has an odd size");
        require(
                questions.get(per.question()) instanceof Question.Measure measure
                        && measure.most()
                                        .divide(per.size(), 0, RoundingMode.CEILING)
                                        .compareTo(BigDecimal.valueOf(MOST_QUANTITY))
                                <= 0,
                what + " counts by what is no number, or too finely");
    }

    /** All that is said in models. */
    static List<Message> messages(List<ConfigurationModel> models) {
        List<Message> messages = new ArrayList<>();
        for (ConfigurationModel model : models) {
            model.stages().forEach(stage -> messages.add(stage.title()));
            model.questions().forEach(question -> {
                messages.add(question.about().label());
                question.about().help().ifPresent(messages::add);
                if (question instanceof Question.Choice choice) {
                    choice.options().forEach(option -> messages.add(option.label()));
                }
            });
            model.constraints().forEach(constraint -> messages.add(constraint.why()));
            model.tasks().forEach(task -> messages.add(task.label()));
        }
        return messages;
    }
}
