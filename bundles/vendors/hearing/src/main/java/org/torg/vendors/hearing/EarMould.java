package org.torg.vendors.hearing;

import static org.torg.api.configurator.Condition.implies;
import static org.torg.api.configurator.Condition.not;

import java.util.ArrayList;
import java.util.List;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.ConfigurationModel.ExtraDays;
import org.torg.api.configurator.ConfigurationModel.Task;
import org.torg.api.configurator.Question;
import org.torg.api.configurator.Wording;
import org.torg.api.configurator.Yield;

/** A mould of one ear, alone or on an aid: what it is made of, and of which impression. */
final class EarMould {

    private static final int MAKING_DAYS = 5;

    private EarMould() {}

    /** @param when this ear gets one */
    static List<Question> questions(Wording ask, Ear ear, Condition when) {
        Wording mould = ear.words(ask).when(when);
        return List.of(
                mould.initially("full").choice("mould-form", "full", "half", "canal"),
                mould.initially("acrylic").choice("mould-material", "acrylic", "silicone", "nylon"),
                mould.initially("1-mm").choice("vent", "none", "1-mm", "2-mm"),
                mould.initially("clear").choice("mould-colour", "clear", "beige", "red", "blue"));
    }

    /** The impression is the patient's. */
    static List<Question> impression(Wording ask, Ear ear, Condition when) {
        return List.of(
                ear.words(ask).when(when).choice("impression", "scan", "sent", "kept"),
                ear.words(ask).when(ear.has("impression", "scan")).files("ear-scan", 2, "stl", "ply"));
    }

    static List<Constraint> constraints(Wording words, Ear ear) {
        Wording mould = ear.words(words);
        return List.of(
                mould.constraint(
                        "silicone-colour",
                        implies(ear.has("mould-material", "silicone"), ear.hasAny("mould-colour", "clear", "beige"))),
                mould.constraint(
                        "nylon-colour",
                        implies(ear.has("mould-material", "nylon"), not(ear.has("mould-colour", "clear")))),
                mould.constraint("canal-vent", implies(ear.has("mould-form", "canal"), not(ear.has("vent", "2-mm")))));
    }

    static List<Yield> yields() {
        List<Yield> yields = new ArrayList<>();
        yields.addAll(Ear.wherever("mould-material", "acrylic", "IN-AKRYL"));
        yields.addAll(Ear.wherever("mould-material", "silicone", "IN-SILIKON"));
        yields.addAll(Ear.wherever("mould-material", "nylon", "IN-NYLON"));
        return yields;
    }

    static List<Task> tasks(Wording words) {
        return List.of(
                words.task("await-impression", any("impression", "sent")),
                words.task("find-impression", any("impression", "kept")));
    }

    /** Both are made at once. */
    static ExtraDays extraDays() {
        return new ExtraDays(
                Condition.any(Ear.BOTH.stream()
                        .map(ear -> ear.hasAny("mould-material", "acrylic", "silicone", "nylon"))
                        .toArray(Condition[]::new)),
                MAKING_DAYS);
    }

    private static Condition any(String question, String option) {
        return Condition.any(
                Ear.BOTH.stream().map(ear -> ear.has(question, option)).toArray(Condition[]::new));
    }
}
