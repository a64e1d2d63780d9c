package org.torg.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.torg.api.Message;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.ConfigurationModel.Task;
import org.torg.api.configurator.Configurations;
import org.torg.api.configurator.Guidance;
import org.torg.api.configurator.Guidance.Conflict;
import org.torg.api.configurator.Guidance.OptionState;
import org.torg.api.configurator.Guidance.OptionStatus;
import org.torg.api.configurator.Guidance.QuestionState;
import org.torg.api.configurator.Guidance.Range;
import org.torg.api.configurator.Guidance.Status;
import org.torg.api.configurator.Question;
import org.torg.api.configurator.Question.About;
import org.torg.api.vendor.VendorId;

/** One article with a question of each kind. */
final class SmallConfigurations implements Configurations {

    private static final CurrencyUnit NOK = CurrencyUnit.of("NOK");
    private static final Conflict CONFLICT = new Conflict(
            List.of("colour"),
            List.of("rule"),
            List.of(Message.of("refusal.option-unknown", "There is no such option any more.")));

    private final SmallMarket market;
    private final List<Object> asked = new ArrayList<>();

    SmallConfigurations(SmallMarket market) {
        this.market = market;
    }

    List<Object> asked() {
        return asked;
    }

    private static About about(String code, Optional<Message> help) {
        return new About(code, Message.of("x." + code, "The " + code), help, Condition.ALWAYS, true);
    }

    private static About about(String code) {
        return about(code, Optional.empty());
    }

    private static ConfigurationModel model() {
        return new ConfigurationModel(
                "lamp",
                List.of(new Stage(
                        "lamp",
                        Message.of("x.lamp", "Lamp"),
                        Subject.PRODUCT,
                        List.of(
                                new Question.Choice(
                                        about("colour", Optional.of(Message.of("x.help", "Any"))),
                                        List.of(new Question.Option("red", Message.of("x.red", "Red"))),
                                        false,
                                        List.of()),
                                new Question.Measure(
                                        about("length"),
                                        "mm",
                                        BigDecimal.ONE,
                                        BigDecimal.TEN,
                                        new BigDecimal("0.5"),
                                        Optional.empty()),
                                new Question.Text(about("note"), true, 20, Optional.of("[a-z]*")),
                                new Question.Date(about("day"), 0, 30),
                                new Question.Files(about("plan"), Set.of("pdf", "jpeg"), 1, 2)))),
                List.of(),
                List.of(),
                List.of(new Task("mount", Condition.ALWAYS, Message.of("x.mount", "Mount it"))),
                List.of());
    }

    @Override
    public Outcome<Guidance> guide(Caller caller, Optional<VendorId> vendor, Sku sku, Answers answers) {
        asked.add(answers);
        if (!sku.value().startsWith("SL")) {
            return Outcome.refused(
                    Refusal.of(Refusal.Kind.UNPROCESSABLE, "configuration-none", "This article is not configured."));
        }
        return market.allowed(
                caller,
                Function.CATALOG_READ,
                new Guidance(
                        model(),
                        "hash",
                        answers,
                        List.of(
                                new QuestionState(
                                        "colour",
                                        Status.MISSING,
                                        List.of(new OptionState("red", OptionStatus.EXCLUDED)),
                                        List.of()),
                                new QuestionState(
                                        "length",
                                        Status.DEFAULTED,
                                        List.of(),
                                        List.of(new Range(BigDecimal.ONE, new BigDecimal("2.5")))),
                                new QuestionState("note", Status.NOT_ASKED, List.of(), List.of()),
                                new QuestionState("day", Status.OPTIONAL, List.of(), List.of()),
                                new QuestionState("plan", Status.ANSWERED, List.of(), List.of())),
                        List.of(new Guidance.Misfit("colour", CONFLICT)),
                        false,
                        List.of(new Guidance.Part(new Sku("LAMP"), 2)),
                        List.of("mount"),
                        3));
    }

    @Override
    public Outcome<Conflict> why(
            Caller caller, Optional<VendorId> vendor, Sku sku, Answers answers, String question, String option) {
        asked.add(List.of(question, option));
        return market.allowed(caller, Function.CATALOG_READ, CONFLICT);
    }

    @Override
    public Outcome<List<OptionPrice>> prices(
            Caller caller, Optional<VendorId> vendor, Sku sku, Answers answers, String question) {
        asked.add(vendor);
        return market.allowed(
                caller, Function.PRICE_READ, List.of(new OptionPrice("red", Money.of(NOK, 120), Money.of(NOK, -5))));
    }

    /** All kinds of answers, as the resource should have read them. */
    static Answers all() {
        return Answers.NONE
                .with("colour", Answer.chosen("red"))
                .with("length", new Answer.Measure(new BigDecimal("2.5")))
                .with("note", new Answer.Words("abc"))
                .with("day", new Answer.Day(java.time.LocalDate.of(2026, 3, 31)))
                .with("plan", new Answer.Uploaded(List.of(new org.torg.api.upload.UploadId("u1"))));
    }

    @Override
    public Outcome<Outlook> outlook(Caller caller, Optional<VendorId> vendor, Sku sku, Answers answers) {
        return guide(caller, vendor, sku, answers)
                .map(guidance -> new Outlook(guidance, List.of(), java.util.Map.of()));
    }
}
