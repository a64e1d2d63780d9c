package org.torg.testkit;

import static org.torg.api.configurator.Condition.ALWAYS;
import static org.torg.testkit.Shop.HELLO;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.ConfigurationModel.ExtraDays;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.ConfigurationModel.Task;
import org.torg.api.configurator.Question;
import org.torg.api.configurator.Question.About;
import org.torg.api.configurator.Yield;

/** A good configuration model, and models that are good but for one thing. */
final class Models {

    private Models() {}

    static About about(String code, Condition when) {
        return new About(code, HELLO, Optional.of(HELLO), when, true);
    }

    static Question.Choice choice(String code, Condition when, List<String> initial, String... options) {
        return new Question.Choice(
                about(code, when),
                java.util.Arrays.stream(options)
                        .map(option -> new Question.Option(option, HELLO))
                        .toList(),
                false,
                initial);
    }

    static Question.Measure measure(String least, String most, String step) {
        return new Question.Measure(
                about("length", ALWAYS),
                "mm",
                new BigDecimal(least),
                new BigDecimal(most),
                new BigDecimal(step),
                Optional.empty());
    }

    private static List<Question> questions() {
        return List.of(
                choice("colour", ALWAYS, List.of("red"), "red", "blue"),
                measure("10", "100", "5"),
                new Question.Text(about("note", Condition.is("colour", "red")), true, 200, Optional.of("[a-z]*")),
                new Question.Date(about("day", ALWAYS), 0, 30),
                new Question.Files(about("plan", ALWAYS), Set.of("pdf"), 1, 3));
    }

    static ConfigurationModel good() {
        return with(Condition.is("colour", "red"));
    }

    static ConfigurationModel with(Condition must) {
        return of(questions(), must, Yield.of(ALWAYS, "LAMP"));
    }

    static ConfigurationModel asking(Question... questions) {
        return of(List.of(questions), ALWAYS, Yield.of(ALWAYS, "LAMP"));
    }

    static ConfigurationModel of(List<Question> questions, Condition must, Yield yield) {
        return new ConfigurationModel(
                "lamp",
                List.of(new Stage("lamp", HELLO, Subject.PRODUCT, questions)),
                List.of(new Constraint("rule", must, HELLO)),
                List.of(yield),
                List.of(new Task("mount", ALWAYS, HELLO)),
                List.of(new ExtraDays(ALWAYS, 2)));
    }

    static ConfigurationModel yielding(Yield yield) {
        return of(questions(), ALWAYS, yield);
    }
}
