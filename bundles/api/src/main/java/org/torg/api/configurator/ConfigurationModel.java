package org.torg.api.configurator;

import java.util.List;
import java.util.stream.Stream;
import org.torg.api.Message;

/**
 * All that can be asked about a product, as closed data: stored by content hash, so that an order is understood for ever and a
 * saved configuration is judged by the model of today.
 *
 * <p>A model is sound when every code is unique in its kind, every condition names questions and options that exist, no
 * question is asked under a condition on itself or on a later one, initial answers break nothing, and at least one complete
 * configuration exists. A vendor with an unsound model is refused.
 *
 * @param product code of the products whose variants are configured by it
 * @param stages in the order in which they are asked, such as device and patient (D13)
 * @param constraints each holds in every complete configuration
 * @param yields what is delivered and charged
 * @param tasks what the vendor has to do about it besides, such as fetching models (D33)
 * @param extraDays working days that making it takes beyond its articles' lead times; those that apply are added
 */
public record ConfigurationModel(
        String product,
        List<Stage> stages,
        List<Constraint> constraints,
        List<Yield> yields,
        List<Task> tasks,
        List<ExtraDays> extraDays) {

    /** Whom the answers of a stage are about. */
    public enum Subject {
        /** The thing: may be saved as a favourite and shared within the account. */
        PRODUCT,
        /** A patient or end user: encrypted, never in a favourite (D15, D16), and only there with a recipient. */
        RECIPIENT
    }

    /** @param code unique in the model */
    public record Stage(String code, Message title, Subject subject, List<Question> questions) {
        public Stage {
            questions = List.copyOf(questions);
        }
    }

    /**
     * @param code unique in the model
     * @param must what holds
     * @param why in words, for who chose something that it excludes
     */
    public record Constraint(String code, Condition must, Message why) {}

    /** @param code unique in the model; appears on the order for staff when the condition holds */
    public record Task(String code, Condition when, Message label) {}

    public record ExtraDays(Condition when, int workingDays) {}

    public ConfigurationModel {
        stages = List.copyOf(stages);
        constraints = List.copyOf(constraints);
        yields = List.copyOf(yields);
        tasks = List.copyOf(tasks);
        extraDays = List.copyOf(extraDays);
    }

    /** All questions, in the order of their stages. */
    public Stream<Question> questions() {
        return stages.stream().flatMap(stage -> stage.questions().stream());
    }
}
