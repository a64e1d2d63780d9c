package org.torg.kernel.cart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.torg.api.Message;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.Question;
import org.torg.api.upload.UploadId;

/** Whatever is asked and answered: nothing about a recipient and no file is kept, and everything else is. */
@Tag("D15")
@Tag("D16")
class KeptAnswersPropertiesTest {

    /** @param stages for each question, the stage that asks it; the last ones are asked by none */
    record Case(List<Subject> subjects, List<Integer> stages, List<Integer> kinds, List<Answer> answers) {

        private String code(int question) {
            return "q" + question;
        }

        ConfigurationModel model() {
            List<Stage> all = new ArrayList<>();
            for (int stage = 0; stage < subjects.size(); stage++) {
                List<Question> questions = new ArrayList<>();
                for (int i = 0; i < stages.size(); i++) {
                    if (stages.get(i) == stage) {
                        questions.add(question(code(i), kinds.get(i)));
                    }
                }
                all.add(new Stage("s" + stage, Message.of("s", "Stage"), subjects.get(stage), questions));
            }
            return new ConfigurationModel("P", all, List.of(), List.of(), List.of(), List.of());
        }

        private static Question question(String code, int kind) {
            Question.About about =
                    new Question.About(code, Message.of("q", "Question"), Optional.empty(), Condition.ALWAYS, false);
            return switch (kind) {
                case 0 -> new Question.Choice(about, List.of(), false, List.of());
                case 1 ->
                    new Question.Measure(
                            about, "mm", BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ONE, Optional.empty());
                case 2 -> new Question.Text(about, true, 100, Optional.empty());
                case 3 -> new Question.Date(about, 0, 10);
                default -> new Question.Files(about, Set.of("stl"), 1, 2);
            };
        }

        Answers given() {
            Map<String, Answer> given = new TreeMap<>();
            for (int i = 0; i < answers.size(); i++) {
                given.put(code(i), answers.get(i));
            }
            return new Answers(given);
        }

        Set<String> lasting() {
            Set<String> lasting = new HashSet<>();
            for (int i = 0; i < answers.size(); i++) {
                if (stages.get(i) < subjects.size()
                        && subjects.get(stages.get(i)) == Subject.PRODUCT
                        && kinds.get(i) < 4
                        && !(answers.get(i) instanceof Answer.Uploaded)) {
                    lasting.add(code(i));
                }
            }
            return lasting;
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<Answer> answers = Arbitraries.of(
                Answer.chosen("a"),
                new Answer.Measure(BigDecimal.ONE),
                new Answer.Words("about somebody"),
                new Answer.Day(LocalDate.of(2026, 1, 1)),
                new Answer.Uploaded(List.of(new UploadId("u"))));
        return Arbitraries.of(Subject.values())
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .flatMap(subjects -> Arbitraries.integers().between(0, 12).flatMap(size -> Arbitraries.integers()
                        .between(0, subjects.size())
                        .list()
                        .ofSize(size)
                        .flatMap(stages -> Arbitraries.integers()
                                .between(0, 4)
                                .list()
                                .ofSize(size)
                                .flatMap(kinds -> answers.list()
                                        .ofSize(size)
                                        .map(given -> new Case(subjects, stages, kinds, given))))));
    }

    @Property
    void whatIsKeptIsAboutTheThing(@ForAll("cases") Case some) {
        Answers kept = KeptAnswers.of(some.model(), some.given());

        assertThat(kept.byQuestion().keySet()).isEqualTo(some.lasting());
        assertThat(kept.byQuestion())
                .allSatisfy((question, answer) ->
                        assertThat(some.given().to(question)).contains(answer));
    }

    @Property
    void whatWasKeptIsKeptAgain(@ForAll("cases") Case some) {
        Answers kept = KeptAnswers.of(some.model(), some.given());

        assertThat(KeptAnswers.of(some.model(), kept)).isEqualTo(kept);
    }
}
