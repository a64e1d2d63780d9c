package org.torg.api.configurator;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.torg.api.Message;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.ConfigurationModel.Task;
import org.torg.api.vendor.Texts;

/**
 * Makes the parts of a model in a vendor's own words, each found by its code: below a prefix such as {@code dental}, the label
 * of the question {@code colour} is the text {@code dental.colour}, that of its option {@code red} is
 * {@code dental.colour.red}; more words beside it are {@code dental.colour.help}, where there is such a text. The same words
 * serve all questions of a code, whichever model they are in.
 *
 * <p>Immutable: when something is asked, that it may be left out and what is there at the start is said of a copy.
 *
 * @param prefix of all keys
 * @param side comes before the codes of questions, constraints and tasks and not before keys, such as {@code left.}: two
 *     ears are asked in the same words
 * @param when under which answers the questions are asked
 * @param required whether they need an answer
 * @param initial what is chosen or measured at the start
 */
public record Wording(Texts texts, String prefix, String side, Condition when, boolean required, List<String> initial) {

    public Wording {
        initial = List.copyOf(initial);
    }

    /** Of questions that are always asked, need an answer and have none yet. */
    public static Wording of(Texts texts, String prefix) {
        return new Wording(texts, prefix, "", Condition.ALWAYS, true, List.of());
    }

    /** For questions of which there are several kinds, such as of {@code left}: their codes begin with it. */
    public Wording side(String code) {
        return new Wording(texts, prefix, code + ".", when, required, initial);
    }

    public Wording when(Condition condition) {
        return new Wording(texts, prefix, side, condition, required, initial);
    }

    public Wording optional() {
        return new Wording(texts, prefix, side, when, false, initial);
    }

    /** @param values codes of options, or one number */
    public Wording initially(String... values) {
        return new Wording(texts, prefix, side, when, required, List.of(values));
    }

    /** One of these options. */
    public Question.Choice choice(String code, String... options) {
        return choice(code, false, options);
    }

    /** Any of these options. */
    public Question.Choice several(String code, String... options) {
        return choice(code, true, options);
    }

    private Question.Choice choice(String code, boolean several, String... options) {
        return new Question.Choice(
                about(code),
                Arrays.stream(options)
                        .map(option -> new Question.Option(option, message(code + "." + option)))
                        .toList(),
                several,
                initial);
    }

    /** A number, all three in decimals such as {@code 0.5}. */
    public Question.Measure measure(String code, String unit, String least, String most, String step) {
        return new Question.Measure(
                about(code),
                unit,
                new BigDecimal(least),
                new BigDecimal(most),
                new BigDecimal(step),
                initial.stream().findFirst().map(BigDecimal::new));
    }

    /** Words, over several lines. */
    public Question.Text text(String code, int maxLength) {
        return new Question.Text(about(code), true, maxLength, Optional.empty());
    }

    /** A day, counted from today. */
    public Question.Date date(String code, int leastDays, int mostDays) {
        return new Question.Date(about(code), leastDays, mostDays);
    }

    /** One to so many files. */
    public Question.Files files(String code, int most, String... types) {
        return new Question.Files(about(code), Set.of(types), 1, most);
    }

    /** Its title is the text of its code behind {@code stage}, such as {@code dental.stage.device}. */
    public Stage stage(String code, Subject subject, List<Question> questions) {
        return new Stage(code, message("stage." + code), subject, questions);
    }

    /** Its words are the text of its code behind {@code why}, such as {@code dental.why.red-only-matt}. */
    public Constraint constraint(String code, Condition must) {
        return new Constraint(side + code, must, message("why." + code));
    }

    /** Its label is the text of its code behind {@code task}, such as {@code dental.task.pickup}. */
    public Task task(String code, Condition condition) {
        return new Task(code, condition, message("task." + code));
    }

    private Question.About about(String code) {
        return new Question.About(side + code, message(code), help(code), when, required);
    }

    private Optional<Message> help(String code) {
        String key = prefix + "." + code + ".help";
        return texts.byLanguage().values().stream().anyMatch(language -> language.containsKey(key))
                ? Optional.of(texts.message(key))
                : Optional.empty();
    }

    private Message message(String key) {
        return texts.message(prefix + "." + key);
    }
}
