package org.torg.portal.configurator;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.torg.api.Refusal;
import org.torg.api.account.Recipient;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.Configurations;
import org.torg.api.configurator.Guidance;
import org.torg.api.configurator.Question;
import org.torg.api.upload.FileType;
import org.torg.api.upload.Upload;
import org.torg.portal.page.Fields;

/**
 * A configuration as a form.
 *
 * @param action where it is sent
 * @param why in words, for each excluded option by {@code question/option}
 * @param prices of the options, by question; empty for who may not see prices
 * @param recipients of the own location, to choose from; empty where nobody is asked
 * @param files those that answers name, and those of the place that wait to be used
 * @param typed what was sent, as it was written
 * @param changes whether a line of a cart is changed
 */
public record GuidedForm(
        String action,
        CatalogEntry entry,
        Guidance guidance,
        Map<String, Guidance.Conflict> why,
        Map<String, List<Configurations.OptionPrice>> prices,
        List<Recipient> recipients,
        List<Upload> files,
        Fields typed,
        boolean changes,
        LocalDate today,
        Optional<Refusal> refusal) {

    public GuidedForm {
        why = Map.copyOf(why);
        prices = Map.copyOf(prices);
        recipients = List.copyOf(recipients);
        files = List.copyOf(files);
    }

    /** The files that are named here, and those that could be: of a type that is asked for, and named nowhere else. */
    public List<Upload> files(Question.Files question) {
        return files.stream()
                .filter(file -> isNamed(question, file)
                        || (question.types().contains(file.type().code())
                                && !guidance.answers().files().contains(file.id())))
                .toList();
    }

    /** The types that a question asks for, in words. */
    public static String types(Question.Files question) {
        return question.types().stream()
                .sorted()
                .map(type -> type.toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** How the names of such files end, for the field in which they are chosen. */
    public static String endings(Question.Files question) {
        return question.types().stream()
                .sorted()
                .flatMap(type -> FileType.of(type).stream())
                .flatMap(type -> Stream.of(type.extension(), type.code()).distinct())
                .map(end -> "." + end)
                .collect(Collectors.joining(","));
    }

    public boolean isNamed(Question question, Upload file) {
        return FileShelf.files(guidance.answers(), question.code()).contains(file.id());
    }

    /** Whether files are asked for, now or after other answers. */
    public boolean hasFiles() {
        return guidance.model().questions().anyMatch(Question.Files.class::isInstance);
    }

    /** The questions for files that are asked. */
    public List<Question.Files> fileQuestions() {
        return guidance.model()
                .questions()
                .filter(Question.Files.class::isInstance)
                .map(Question.Files.class::cast)
                .filter(this::isAsked)
                .toList();
    }

    public Guidance.QuestionState state(Question question) {
        return guidance.question(question.code()).orElseThrow();
    }

    public boolean isAsked(Question question) {
        return state(question).status() != Guidance.Status.NOT_ASKED;
    }

    public boolean isAsked(ConfigurationModel.Stage stage) {
        return stage.questions().stream().anyMatch(this::isAsked);
    }

    /** Nobody has chosen it. */
    public boolean isUnchosen(Question question) {
        Guidance.Status status = state(question).status();
        return status == Guidance.Status.DEFAULTED || status == Guidance.Status.FORCED;
    }

    /** What stands in the field of a question that is not a choice: what was typed, also where it cannot be read. */
    public String value(Question question) {
        return guidance.answers()
                .to(question.code())
                .map(AnswerFields::write)
                .orElseGet(() -> typed.typed(AnswerFields.ANSWER + question.code()));
    }

    public String unchosenValue(Question question) {
        return guidance.answers().to(question.code()).map(AnswerFields::write).orElse("");
    }

    /** Whether something was typed that is no answer. */
    public boolean isUnreadable(Question question) {
        return guidance.answers().to(question.code()).isEmpty()
                && typed.text(AnswerFields.ANSWER + question.code()).isPresent()
                && misfit(question).isEmpty();
    }

    public Optional<Guidance.OptionStatus> option(Question question, String code) {
        return state(question).options().stream()
                .filter(option -> option.code().equals(code))
                .map(Guidance.OptionState::status)
                .findFirst();
    }

    public boolean isChosen(Question question, String code) {
        return guidance.answers()
                .to(question.code())
                .filter(Answer.Chosen.class::isInstance)
                .map(Answer.Chosen.class::cast)
                .filter(chosen -> chosen.options().contains(code))
                .isPresent();
    }

    public boolean isExcluded(Question question, String code) {
        return option(question, code)
                .filter(Guidance.OptionStatus.EXCLUDED::equals)
                .isPresent();
    }

    public Optional<Guidance.Conflict> why(Question question, String option) {
        return Optional.ofNullable(why.get(question.code() + "/" + option));
    }

    public Optional<Guidance.Misfit> misfit(Question question) {
        return guidance.misfits().stream()
                .filter(misfit -> misfit.question().equals(question.code()))
                .findFirst();
    }

    /** The label of a question by its code, for links to it. */
    public Optional<Question> question(String code) {
        return guidance.model()
                .questions()
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    /** Whether somebody must be named whom it is for. */
    public boolean asksRecipient() {
        return guidance.model().stages().stream()
                .anyMatch(stage -> stage.subject() == ConfigurationModel.Subject.RECIPIENT && isAsked(stage));
    }

    /** Whether something was answered about somebody who is not named: so it cannot be put into a cart. */
    public boolean lacksRecipient() {
        return typed.text(RecipientChoice.CHOSEN).isEmpty()
                && typed.text(RecipientChoice.NAME).isEmpty()
                && guidance.model().stages().stream()
                        .filter(stage -> stage.subject() == ConfigurationModel.Subject.RECIPIENT)
                        .flatMap(stage -> stage.questions().stream())
                        .anyMatch(question ->
                                guidance.answers().to(question.code()).isPresent());
    }

    /** What one costs as it stands, without VAT and freight. */
    public Optional<Money> net() {
        return prices.entrySet().stream()
                .flatMap(question -> question.getValue().stream()
                        .filter(price -> question(question.getKey())
                                .filter(asked -> isChosen(asked, price.option()))
                                .isPresent())
                        .filter(price -> price.difference().isZero()))
                .map(Configurations.OptionPrice::net)
                .findFirst();
    }

    /** What an option would change; empty where that is nothing, or not known. */
    public Optional<Money> difference(Question question, String option) {
        return prices.getOrDefault(question.code(), List.of()).stream()
                .filter(price -> price.option().equals(option))
                .map(Configurations.OptionPrice::difference)
                .filter(difference -> !difference.isZero())
                .findFirst();
    }
}
