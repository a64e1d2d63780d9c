package org.torg.vendors.dental;

import static org.torg.api.configurator.Condition.all;
import static org.torg.api.configurator.Condition.implies;
import static org.torg.api.configurator.Condition.is;
import static org.torg.api.configurator.Condition.not;
import static org.torg.api.configurator.Condition.oneOf;

import java.util.ArrayList;
import java.util.List;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.ConfigurationModel.ExtraDays;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.ConfigurationModel.Task;
import org.torg.api.configurator.Question;
import org.torg.api.configurator.Wording;

/**
 * What is asked about the patient of every appliance (D16): the case type, which decides about pickup and files (D18), what
 * limits the choice of materials, and notes for what options do not say (D17).
 */
final class PatientStage {

    static final Condition SENT = oneOf("case-type", "models", "impressions");
    static final Condition SCANNED = is("case-type", "scan");
    static final Condition NICKEL = is("allergy", "nickel");
    static final Condition ACRYLATE = is("allergy", "acrylate");
    static final Condition FEW_TEETH = is("teeth", "fewer");

    private static final int NOTES = 2000;
    private static final int TRANSPORT_DAYS = 2;

    private PatientStage() {}

    /**
     * @param allergies that there is an answer to
     * @param own questions of this appliance
     */
    static Stage stage(Wording ask, List<String> allergies, List<Question> own) {
        List<Question> questions = new ArrayList<>(List.of(
                ask.choice("case-type", "models", "impressions", "scan"),
                ask.when(SENT).choice("records-ready", "yes"),
                ask.when(SCANNED).files("scans", 10, "stl", "ply", "obj", "zip"),
                ask.choice("bite", "fork", "wax", "scanned"),
                ask.initially("ten-or-more").choice("teeth", "ten-or-more", "fewer"),
                ask.initially("none").choice("allergy", allergies.toArray(String[]::new))));
        questions.addAll(own);
        questions.add(ask.optional().date("needed-by", 10, 180));
        questions.add(ask.optional().text("notes", NOTES));
        return ask.stage("patient", Subject.RECIPIENT, questions);
    }

    static List<Constraint> constraints(Wording words) {
        return List.of(
                words.constraint("scanned-bite", implies(is("bite", "scanned"), SCANNED)),
                words.constraint("wax-with-models", implies(is("bite", "wax"), not(SCANNED))));
    }

    /** Models and impressions are fetched as soon as the order is there (D33); a bag for the next ones comes back (D35). */
    static List<Task> tasks(Wording words) {
        return List.of(
                words.task("courier-pickup", SENT),
                words.task("check-scans", SCANNED),
                words.task("enclose-return-bag", all()));
    }

    /** @param days that making it takes once the records are there */
    static List<ExtraDays> extraDays(int days) {
        return List.of(new ExtraDays(all(), days), new ExtraDays(SENT, TRANSPORT_DAYS));
    }
}
