package org.torg.kernel.solver;

import static org.torg.api.configurator.Condition.ALWAYS;
import static org.torg.api.configurator.Condition.implies;
import static org.torg.api.configurator.Condition.is;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.torg.api.Message;
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

/** A lamp with something of everything. */
final class Lamp {

    private Lamp() {}

    static Message words(String english) {
        return Message.of("lamp." + english, english);
    }

    static About about(String code, Condition when, boolean required) {
        return new About(code, words(code), Optional.empty(), when, required);
    }

    static Question.Choice choice(About about, boolean several, List<String> initial, String... options) {
        return new Question.Choice(
                about,
                Stream.of(options)
                        .map(option -> new Question.Option(option, words(option)))
                        .toList(),
                several,
                initial);
    }

    static Constraint constraint(String code, Condition must) {
        return new Constraint(code, must, words(code + " does not go"));
    }

    static ConfigurationModel model() {
        return new ConfigurationModel(
                "lamp",
                List.of(new Stage(
                        "lamp",
                        words("Lamp"),
                        Subject.PRODUCT,
                        List.of(
                                choice(
                                        about("driver", ALWAYS, true),
                                        false,
                                        List.of("plain"),
                                        "plain",
                                        "dali",
                                        "zhaga"),
                                choice(
                                        about("dimming", Condition.not(is("driver", "zhaga")), true),
                                        false,
                                        List.of(),
                                        "none",
                                        "phase",
                                        "dali"),
                                new Question.Measure(
                                        about("length", ALWAYS, true),
                                        "mm",
                                        new BigDecimal("100"),
                                        new BigDecimal("3000"),
                                        new BigDecimal("50"),
                                        Optional.empty()),
                                choice(about("extras", ALWAYS, false), true, List.of(), "clip", "cover", "sensor"),
                                new Question.Text(about("note", ALWAYS, false), false, 10, Optional.of("[A-Z ]*")),
                                new Question.Date(about("day", ALWAYS, false), 0, 30),
                                new Question.Files(about("plan", is("extras", "sensor"), true), Set.of("pdf"), 1, 2)))),
                List.of(
                        constraint("dali-both", implies(is("dimming", "dali"), is("driver", "dali"))),
                        constraint("dali-only", implies(is("driver", "dali"), is("dimming", "dali"))),
                        constraint(
                                "long-dali",
                                implies(
                                        new Condition.Within("length", new BigDecimal("2001"), new BigDecimal("9999")),
                                        is("driver", "dali"))),
                        constraint(
                                "sensor-dali", implies(is("extras", "sensor"), Condition.not(is("driver", "plain"))))),
                List.of(
                        Yield.of(ALWAYS, "LAMP"),
                        new Yield(
                                ALWAYS,
                                new org.torg.api.catalog.Sku("METRE"),
                                new Yield.Count.Per("length", new BigDecimal("1000"))),
                        Yield.of(is("driver", "dali"), "DALI"),
                        Yield.of(is("extras", "clip"), "DALI")),
                List.of(new Task("mount", is("extras", "sensor"), words("Mount it"))),
                List.of(new ExtraDays(is("driver", "dali"), 3), new ExtraDays(is("extras", "sensor"), 2)));
    }
}
