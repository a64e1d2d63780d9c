package org.torg.api.configurator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.torg.api.Message;
import org.torg.api.catalog.Sku;

/**
 * Where a configuration stands: what may still be answered, so that whatever is offered can be completed.
 *
 * @param model of today
 * @param hash content hash of the model
 * @param answers as they stand: those given and still possible, defaults where nothing was given, and those that follow
 * @param questions one for each question of the model, in its order
 * @param misfits given answers that cannot be kept, with why; they are not among the answers
 * @param complete whether it can be ordered
 * @param parts what it delivers so far, for one; complete only when the configuration is
 * @param tasks codes of the vendor's tasks that it brings so far
 * @param extraDays working days that making it takes so far
 */
public record Guidance(
        ConfigurationModel model,
        String hash,
        Answers answers,
        List<QuestionState> questions,
        List<Misfit> misfits,
        boolean complete,
        List<Part> parts,
        List<String> tasks,
        int extraDays) {

    public enum Status {
        /** Under these answers it is not asked. */
        NOT_ASKED,
        /** Has no answer yet, and needs one. */
        MISSING,
        /** Has no answer, and needs none. */
        OPTIONAL,
        /** By the customer. */
        ANSWERED,
        /** By the model's default, and may be changed. */
        DEFAULTED,
        /** The other answers leave nothing else. */
        FORCED
    }

    public enum OptionStatus {
        POSSIBLE,
        CHOSEN,
        /** Chosen, and the other answers leave nothing else. */
        FORCED,
        /** Choosing it would break something; {@code Configurations.why} tells what. */
        EXCLUDED
    }

    /**
     * @param options of a choice, in its order
     * @param ranges of a number: what is still possible, ascending
     */
    public record QuestionState(String code, Status status, List<OptionState> options, List<Range> ranges) {
        public QuestionState {
            options = List.copyOf(options);
            ranges = List.copyOf(ranges);
        }
    }

    public record OptionState(String code, OptionStatus status) {}

    /** Both included. */
    public record Range(BigDecimal least, BigDecimal most) {}

    /** @param question that was answered, or that does not exist any more */
    public record Misfit(String question, Conflict conflict) {}

    /**
     * Why something is impossible: a minimal set, so that giving up any one of it helps.
     *
     * @param answers codes of the questions whose answers stand against it
     * @param constraints codes of the model's constraints that are in play
     * @param reasons in words
     */
    public record Conflict(List<String> answers, List<String> constraints, List<Message> reasons) {
        public Conflict {
            answers = List.copyOf(answers);
            constraints = List.copyOf(constraints);
            reasons = List.copyOf(reasons);
        }
    }

    /** @param quantity for one configured article */
    public record Part(Sku sku, int quantity) {}

    public Guidance {
        questions = List.copyOf(questions);
        misfits = List.copyOf(misfits);
        parts = List.copyOf(parts);
        tasks = List.copyOf(tasks);
    }

    /** The codes of what has to be answered yet. */
    public List<String> missing() {
        return questions.stream()
                .filter(question -> question.status() == Status.MISSING)
                .map(QuestionState::code)
                .toList();
    }

    public Optional<QuestionState> question(String code) {
        return questions.stream()
                .filter(question -> question.code().equals(code))
                .findFirst();
    }
}
