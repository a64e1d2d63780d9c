package org.torg.kernel.cart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.torg.api.Message;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.Guidance;
import org.torg.api.configurator.Guidance.Conflict;
import org.torg.api.configurator.Guidance.Misfit;
import org.torg.api.configurator.Question;
import org.torg.kernel.privacy.SealedAnswers;

/**
 * What of the answers of earlier can be put on a line today. Left out is what is not asked any more, what is about the recipient today,
 * and what does not even have the form that is asked. Pure.
 *
 * @param answers the others, which may contradict each other or today's options
 */
record LeftAnswers(Optional<Answers> answers, List<Misfit> left) {

    static LeftAnswers of(Optional<Answers> earlier, CartFilling.Judged judged) {
        if (earlier.isEmpty()) {
            return new LeftAnswers(earlier, List.of());
        }
        List<Misfit> left = new ArrayList<>();
        judged.guidance().map(Guidance::model).ifPresent(model -> unasked(model, earlier.get(), left));
        if (judged.guidance().isEmpty() && judged.content() instanceof Outcome.Refused<?> refused) {
            unfit(refused.refusal(), earlier.get(), left);
        }
        Answers others = earlier.get();
        for (Misfit misfit : left) {
            others = others.without(misfit.question());
        }
        return new LeftAnswers(Optional.of(others), left);
    }

    private static void unasked(ConfigurationModel model, Answers given, List<Misfit> left) {
        Set<String> asked = model.questions().map(Question::code).collect(Collectors.toSet());
        Answers about = SealedAnswers.about(model, given);
        for (String question : given.byQuestion().keySet()) {
            if (!asked.contains(question)) {
                left.add(misfit(
                        question,
                        Refusal.detail("", "question-unknown", "There is no such question any more.")
                                .message()));
            } else if (about.to(question).isPresent()) {
                left.add(misfit(
                        question,
                        Refusal.detail(
                                        "",
                                        "answer-about-recipient",
                                        "This is about the recipient now, and has to be answered for each.")
                                .message()));
            }
        }
    }

    /** The form of an answer is judged before anything else is, and each that is wrong is named. */
    private static void unfit(Refusal refusal, Answers given, List<Misfit> left) {
        if (!refusal.code().equals("answer-invalid")) {
            return;
        }
        for (Refusal.Detail detail : refusal.details()) {
            given.byQuestion().keySet().stream()
                    .filter(question -> detail.field().equals(pointer(question)))
                    .forEach(question -> left.add(misfit(question, detail.message())));
        }
    }

    private static String pointer(String question) {
        return "/answers/" + question.replace("~", "~0").replace("/", "~1");
    }

    private static Misfit misfit(String question, Message why) {
        return new Misfit(question, new Conflict(List.of(), List.of(), List.of(why)));
    }
}
