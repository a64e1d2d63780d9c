package org.torg.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.torg.api.Message;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.Question;
import org.torg.api.configurator.Wording;
import org.torg.api.configurator.Yield;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.Texts;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.Workflow;

class FlawsTest {

    private static final Texts TEXTS = new Texts(Map.of(
            "en",
            Map.of(
                    "cup.stage.cup", "Cup",
                    "cup.colour", "Colour",
                    "cup.colour.help", "Of the glaze.",
                    "cup.colour.red", "Red",
                    "cup.colour.blue", "Blue",
                    "cup.size", "Size",
                    "cup.lid", "Lid",
                    "cup.lid.yes", "Yes",
                    "cup.why.lid-red", "Lids are red.")));
    private static final Wording ASK = Wording.of(TEXTS, "cup");
    private static final Question COLOUR = ASK.initially("red").choice("colour", "red", "blue");
    private static final Question SIZE = ASK.measure("size", "ml", "100", "300", "50");
    private static final Question LID =
            ASK.when(Condition.is("colour", "red")).optional().choice("lid", "yes");

    private static ConfigurationModel model(List<Question> questions, Condition... musts) {
        return new ConfigurationModel(
                "cup",
                List.of(ASK.stage("cup", Subject.PRODUCT, questions)),
                IntStream.range(0, musts.length)
                        .mapToObj(i -> new Constraint("must-" + i, musts[i], TEXTS.message("cup.why.lid-red")))
                        .toList(),
                List.of(
                        Yield.of(Condition.is("colour", "red"), "RED"),
                        new Yield(
                                Condition.ALWAYS,
                                new Sku("CLAY"),
                                new Yield.Count.Per("size", BigDecimal.valueOf(100)))),
                List.of(),
                List.of());
    }

    private static List<String> flaws(ConfigurationModel... models) {
        return Flaws.of(new Potter(List.of(models)));
    }

    /** A plain vendor that has models. */
    private record Potter(List<ConfigurationModel> models) implements Vendor {

        private static final PlainVendor PLAIN = new PlainVendor(CurrencyUnit.of("NOK"), List.of("en"));

        @Override
        public VendorDescriptor descriptor() {
            return PLAIN.descriptor();
        }

        @Override
        public List<ConfigurationModel> configurations(Parameters parameters) {
            return models;
        }

        @Override
        public Workflow workflow() {
            return PLAIN.workflow();
        }

        @Override
        public Terms terms(Parameters parameters) {
            return PLAIN.terms(parameters);
        }

        @Override
        public Texts texts() {
            return TEXTS;
        }
    }

    @Test
    void aSoundModelHasNone() {
        assertThat(flaws(model(List.of(COLOUR, SIZE, LID)))).isEmpty();
    }

    @Test
    void wordsAreFoundByTheirCodes() {
        assertThat(COLOUR.about().label().english()).isEqualTo("Colour");
        assertThat(COLOUR.about().help())
                .hasValueSatisfying(help -> assertThat(help.english()).isEqualTo("Of the glaze."));
        assertThat(SIZE.about().help()).isEmpty();
        Question left = ASK.side("left").choice("lid", "yes");
        assertThat(left.code()).isEqualTo("left.lid");
        assertThat(left.about().label().key()).isEqualTo("cup.lid");
        assertThatThrownBy(() -> ASK.choice("handle", "yes")).hasMessageContaining("cup.handle");
    }

    @Test
    void aConditionOnALaterQuestionIsNamed() {
        assertThat(flaws(model(List.of(LID, COLOUR, SIZE))))
                .containsExactly("cup: lid is asked under a condition on colour");
    }

    @Test
    void whatAConditionNamesMustBeThere() {
        assertThat(flaws(model(List.of(COLOUR, SIZE), Condition.is("handle", "yes"))))
                .contains("cup: no question handle");
        assertThat(flaws(model(List.of(COLOUR, SIZE), Condition.is("colour", "green"))))
                .contains("cup: colour has no option green");
        assertThat(flaws(model(List.of(COLOUR, SIZE), new Condition.Within("colour", BigDecimal.ZERO, BigDecimal.ONE))))
                .contains("cup: colour is no number");
        assertThat(flaws(model(List.of(COLOUR)))).contains("cup: no question size");
    }

    @Test
    void initialAnswersMustBeKept() {
        ConfigurationModel blue = model(List.of(COLOUR, SIZE), Condition.is("colour", "blue"));

        assertThat(flaws(blue)).anyMatch(flaw -> flaw.contains("cannot be completed with the initial answers"));
        assertThat(flaws(blue)).contains("cup: colour can never be red");
    }

    @Test
    void somethingMustBePossible() {
        assertThat(flaws(model(
                        List.of(COLOUR, SIZE),
                        Condition.is("colour", "blue"),
                        Condition.not(Condition.is("colour", "blue")))))
                .containsExactly("cup: has no complete configuration");
    }

    @Test
    void codesAndProductsAreThereOnce() {
        assertThat(flaws(model(List.of(COLOUR, COLOUR, SIZE)))).contains("cup: the question colour is there twice");
        assertThat(flaws(model(List.of(COLOUR, SIZE)), model(List.of(COLOUR, SIZE))))
                .containsExactly("cup: has two models");
    }

    @Test
    void anUnknownTextIsNamed() {
        Question handle = new Question.Choice(
                new Question.About(
                        "handle", Message.of("cup.handle", "Handle"), Optional.empty(), Condition.ALWAYS, false),
                List.of(),
                false,
                List.of());

        assertThat(flaws(model(List.of(COLOUR, SIZE, handle)))).containsExactly("cup: no text in en for cup.handle");
    }

    @Test
    void answersToWhatIsNotAskedDoNotCount() {
        Configured red = Configured.of(model(List.of(COLOUR, SIZE, LID)))
                .measure("size", "150")
                .choose("lid", "yes");

        assertThat(red.parts()).containsExactly(entry("CLAY", 2), entry("RED", 1));
        assertThat(red.asked()).containsExactly("colour", "size", "lid");
        assertThat(red.choose("colour", "blue").answers().byQuestion().keySet()).isEqualTo(Set.of("colour", "size"));
        assertThat(red.measure("size", "170").odd()).containsExactly("size");
        assertThat(red.skip("size").missing()).containsExactly("size");
    }
}
