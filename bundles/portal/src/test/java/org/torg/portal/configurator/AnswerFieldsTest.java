package org.torg.portal.configurator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.torg.api.Message;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.Question;
import org.torg.api.upload.UploadId;
import org.torg.portal.page.Fields;

class AnswerFieldsTest {

    private static final ConfigurationModel MODEL = new ConfigurationModel(
            "splint",
            List.of(new ConfigurationModel.Stage(
                    "device",
                    Message.of("device", "Device"),
                    ConfigurationModel.Subject.PRODUCT,
                    List.of(
                            new Question.Choice(
                                    about("colour"),
                                    List.of(
                                            new Question.Option("red", Message.of("red", "Red")),
                                            new Question.Option("blue", Message.of("blue", "Blue"))),
                                    true,
                                    List.of()),
                            new Question.Measure(
                                    about("length"),
                                    "mm",
                                    BigDecimal.ZERO,
                                    BigDecimal.TEN,
                                    new BigDecimal("0.5"),
                                    Optional.empty()),
                            new Question.Text(about("note"), true, 100, Optional.empty()),
                            new Question.Date(about("day"), 0, 10),
                            new Question.Files(about("scan"), Set.of("stl"), 1, 2)))),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    private static Question.About about(String code) {
        return new Question.About(code, Message.of(code, code), Optional.empty(), Condition.ALWAYS, true);
    }

    private static Answers read(Map<String, List<String>> fields) {
        return AnswerFields.read(MODEL, new Fields(fields));
    }

    @Test
    void eachKindOfAnswerIsReadAsItIsTyped() {
        assertThat(read(Map.of(
                        "a.colour", List.of("red", "blue"),
                        "a.length", List.of("2,5"),
                        "a.note", List.of("  thin  "),
                        "a.day", List.of("2026-12-24"),
                        "a.scan", List.of("u1", "u2"))))
                .isEqualTo(new Answers(Map.of(
                        "colour", Answer.chosen("red", "blue"),
                        "length", new Answer.Measure(new BigDecimal("2.5")),
                        "note", new Answer.Words("thin"),
                        "day", new Answer.Day(LocalDate.of(2026, 12, 24)),
                        "scan", new Answer.Uploaded(List.of(new UploadId("u1"), new UploadId("u2"))))));
    }

    @Test
    void whatNobodyHasChosenStaysUnchosenUntilItIsChanged() {
        assertThat(read(Map.of("a.colour", List.of("red"), "u.colour", List.of("red"))))
                .isEqualTo(Answers.NONE);
        assertThat(read(Map.of("a.colour", List.of("blue"), "u.colour", List.of("red")))
                        .to("colour"))
                .contains(Answer.chosen("blue"));
    }

    @Test
    void whatCannotBeReadIsNoAnswer() {
        assertThat(read(Map.of("a.length", List.of("long"), "a.day", List.of("tomorrow"), "a.other", List.of("x"))))
                .isEqualTo(Answers.NONE);
    }

    @Test
    void answersAreWrittenAsTheyAreRead() {
        assertThat(AnswerFields.write(new Answer.Measure(new BigDecimal("2.5"))))
                .isEqualTo("2.5");
        assertThat(AnswerFields.write(Answer.chosen("red", "blue"))).isEqualTo("red,blue");
        assertThat(AnswerFields.write(new Answer.Day(LocalDate.of(2026, 12, 24))))
                .isEqualTo("2026-12-24");
    }
}
