package org.torg.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.torg.api.configurator.Condition.ALWAYS;
import static org.torg.testkit.Shop.HELLO;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.torg.api.Message;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.Question;
import org.torg.api.configurator.Yield;
import org.torg.contract.ContractViolation;

/** For each rule of a sound model one that breaks it, and a good one for all. */
class ModelRulesTest {

    private static void refused(ConfigurationModel model, String reason) {
        refused(List.of(model), reason);
    }

    private static void refused(List<ConfigurationModel> models, String reason) {
        Shop shop = Shop.good();
        shop.configurations = values -> models;
        assertThatThrownBy(() -> shop.checks().sound())
                .isInstanceOfSatisfying(
                        ContractViolation.class, e -> org.assertj.core.api.Assertions.assertThat(e.reason())
                                .contains(reason));
    }

    private static Question.Choice choice(String code, String... options) {
        return Models.choice(code, ALWAYS, List.of(), options);
    }

    @Test
    void aGoodModelIsSound() {
        assertThatCode(() -> Shop.good().checks().sound()).doesNotThrowAnyException();
    }

    @Test
    void codesAreUniqueAndPlain() {
        refused(List.of(Models.good(), Models.good()), "two configuration models are of the product lamp");
        refused(Models.asking(choice("a", "x"), choice("a", "x")), "two questions have the code a");
        refused(Models.asking(choice("A", "x")), "the question A is not in lower case");
        refused(Models.asking(choice("a", "x", "x")), "have the code x");
        refused(Models.asking(), "it asks nothing");
        refused(Models.asking(choice("a")), "has no option");
    }

    @Test
    void conditionsNameWhatIsThere() {
        refused(Models.with(Condition.is("nowhere", "red")), "looks at the question nowhere, which is not there");
        refused(Models.with(Condition.is("colour", "green")), "looks at the option green of colour");
        refused(Models.with(Condition.is("length", "red")), "looks at the option red of length");
        refused(
                Models.with(new Condition.Within("colour", BigDecimal.ONE, BigDecimal.TEN)),
                "looks at a number of colour, which is none");
        refused(Models.with(new Condition.Within("length", BigDecimal.TEN, BigDecimal.ONE)), "from 10 to 1");
        Condition deep = ALWAYS;
        for (int i = 0; i < 30; i++) {
            deep = Condition.not(deep);
        }
        refused(Models.with(deep), "too deep");
    }

    @Test
    void aQuestionIsAskedUnderEarlierAnswersOnly() {
        refused(
                Models.asking(Models.choice("a", Condition.is("b", "x"), List.of(), "x"), choice("b", "x")),
                "the question a looks at the question b, which is not before it");
        refused(
                Models.asking(Models.choice("a", Condition.is("a", "x"), List.of(), "x")),
                "looks at the question a, which is not before it");
    }

    @Test
    void initialAnswersAreAnswers() {
        refused(
                Models.asking(Models.choice("a", ALWAYS, List.of("y"), "x")),
                "begins with an option that is not there");
        refused(Models.asking(Models.choice("a", ALWAYS, List.of("x", "y"), "x", "y")), "begins with several options");
        refused(
                Models.asking(new Question.Measure(
                        Models.about("a", ALWAYS),
                        "",
                        BigDecimal.ZERO,
                        BigDecimal.TEN,
                        new BigDecimal("4"),
                        Optional.of(BigDecimal.TEN))),
                "begins with a number that is none of its values");
    }

    @Test
    void questionsCanBeAnswered() {
        refused(Models.asking(Models.measure("10", "1", "1")), "has no value");
        refused(Models.asking(Models.measure("1", "10", "0")), "has no step");
        refused(Models.asking(Models.measure("1", "1000000", "0.00001")), "too many values");
        refused(Models.asking(Models.measure("1", "1E+400", "1")), "too large or too fine");
        refused(
                Models.asking(new Question.Text(Models.about("a", ALWAYS), false, 0, Optional.empty())),
                "an odd length");
        refused(
                Models.asking(new Question.Text(Models.about("a", ALWAYS), false, 5, Optional.of("["))),
                "a pattern that is none");
        refused(Models.asking(new Question.Date(Models.about("a", ALWAYS), 3, 2)), "asks for no day");
        refused(Models.asking(new Question.Files(Models.about("a", ALWAYS), Set.of(), 1, 1)), "no type of files");
        refused(Models.asking(new Question.Files(Models.about("a", ALWAYS), Set.of("pdf"), 0, 1)), "0 to 1 files");
    }

    @Test
    void yieldsAreArticlesInBearableNumbers() {
        refused(Models.yielding(Yield.of(ALWAYS, "no article")), "is no article number");
        refused(Models.yielding(new Yield(ALWAYS, new Sku("LAMP"), new Yield.Count.Fixed(0))), "has an odd quantity");
        refused(
                Models.yielding(new Yield(ALWAYS, new Sku("LAMP"), new Yield.Count.Per("colour", BigDecimal.ONE))),
                "counts by what is no number");
        refused(
                Models.yielding(
                        new Yield(ALWAYS, new Sku("LAMP"), new Yield.Count.Per("length", new BigDecimal("0.0001")))),
                "too finely");
    }

    @Test
    void aModelHasABearableSize() {
        refused(
                Models.asking(IntStream.range(0, 201)
                        .mapToObj(i -> choice("q" + i, "x"))
                        .toArray(Question[]::new)),
                "201 questions, and may have 200");
        refused(
                Models.asking(choice(
                        "a", IntStream.range(0, 201).mapToObj(i -> "o" + i).toArray(String[]::new))),
                "201 options");
        refused(
                new ConfigurationModel(
                        "lamp",
                        List.of(new Stage("s", HELLO, Subject.PRODUCT, List.of(choice("a", "x")))),
                        Collections.nCopies(2_001, new Constraint("c", ALWAYS, HELLO)),
                        List.of(),
                        List.of(),
                        List.of()),
                "2001 constraints");
    }

    @Test
    void everythingCanBeReadInEveryLanguage() {
        Shop shop = Shop.good();
        shop.configurations = values -> List.of(Models.good());
        shop.texts = Shop.both(Map.of("plain.received", "Received", "shop.hello", "Hello"));
        Question unread = new Question.Choice(
                Models.about("a", ALWAYS),
                List.of(new Question.Option("x", Message.of("shop.unread", "?"))),
                false,
                List.of());
        refused(Models.asking(unread), "the text of shop.unread in nb is missing");
    }
}
