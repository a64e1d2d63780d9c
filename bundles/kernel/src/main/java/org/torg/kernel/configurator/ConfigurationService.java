package org.torg.kernel.configurator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Configurations;
import org.torg.api.configurator.Guidance;
import org.torg.api.configurator.Guidance.Conflict;
import org.torg.api.configurator.Guidance.OptionState;
import org.torg.api.configurator.Guidance.OptionStatus;
import org.torg.api.configurator.Guidance.Part;
import org.torg.api.configurator.Question;
import org.torg.api.store.CatalogStore;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorFailure;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Gate;
import org.torg.kernel.pricing.AlternativePrices;
import org.torg.kernel.solver.CompiledModel;
import org.torg.kernel.solver.Engine;
import org.torg.kernel.vendor.Generation;
import org.torg.kernel.vendor.Generations;
import org.torg.kernel.vendor.VendorRegistry;

/** Guides through configurations: one statement for the article, and three more where prices are asked. */
@Component(service = Configurations.class)
public final class ConfigurationService implements Configurations {

    /** So many reasons are told at once; of further options it is asked one by one. */
    private static final int MOST_REASONS = 50;

    private final Gate gate;
    private final Clock clock;
    private final Generations generations;
    private final Transactions transactions;
    private final CatalogStore catalog;
    private final Models models;
    private final Engine engine;
    private final AlternativePrices prices;

    @Activate
    public ConfigurationService(
            @Reference Gate gate,
            @Reference Clock clock,
            @Reference Generations generations,
            @Reference Transactions transactions,
            @Reference CatalogStore catalog,
            @Reference Models models,
            @Reference Engine engine,
            @Reference AlternativePrices prices) {
        this.gate = gate;
        this.clock = clock;
        this.generations = generations;
        this.transactions = transactions;
        this.catalog = catalog;
        this.models = models;
        this.engine = engine;
        this.prices = prices;
    }

    /** An article with the model by which it is configured. */
    private record Configured(VendorDescriptor vendor, CompiledModel model, LocalDate today) {}

    @Override
    public Outcome<Guidance> guide(Caller caller, Optional<VendorId> vendor, Sku sku, Answers answers) {
        return with(caller, vendor, sku, article -> engine.guide(article.model(), answers, article.today()));
    }

    @Override
    public Outcome<Conflict> why(
            Caller caller, Optional<VendorId> vendor, Sku sku, Answers answers, String question, String option) {
        return with(
                caller,
                vendor,
                sku,
                article -> engine.why(article.model(), answers, article.today(), question, option));
    }

    @Override
    public Outcome<List<OptionPrice>> prices(
            Caller caller, Optional<VendorId> vendor, Sku sku, Answers answers, String question) {
        return with(caller, vendor, sku, article -> prices(caller, article, answers, question));
    }

    private <T> Outcome<T> with(
            Caller caller, Optional<VendorId> vendor, Sku sku, Function<Configured, Outcome<T>> evaluation) {
        Optional<Refusal> denied = gate.requireAnywhere(caller, org.torg.api.account.Function.CATALOG_READ);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        Optional<VendorId> named = vendor.or(() -> caller.actingFor().flatMap(Caller.ActingFor::confinedTo));
        if (named.filter(caller::isConfinedFrom).isPresent()) {
            return Outcome.refused(VendorRegistry.unknown());
        }
        return generations.using(named, generation -> {
            try {
                return configured(generation, sku).flatMap(evaluation);
            } catch (VendorFailure e) {
                return Outcome.refused(VendorRegistry.failed());
            }
        });
    }

    private Outcome<Configured> configured(Generation generation, Sku sku) {
        VendorDescriptor vendor = generation.vendor().descriptor();
        Optional<String> product = Sku.isValid(sku.value())
                ? transactions.read(tx -> catalog.variants(tx, vendor.id(), List.of(sku))).stream()
                        .map(found -> found.variant().product())
                        .findFirst()
                : Optional.empty();
        if (product.isEmpty()) {
            return refused("sku-unknown", "/sku", "There is no such article.");
        }
        LocalDate today = clock.today(vendor.seller().zone());
        return models.of(generation, today, product.get())
                .map(model -> Outcome.done(new Configured(vendor, model, today)))
                .orElseGet(() -> refused("configuration-none", "/sku", "This article is not configured."));
    }

    private Outcome<List<OptionPrice>> prices(Caller caller, Configured article, Answers answers, String question) {
        Optional<Question.Choice> choice = article.model()
                .model()
                .questions()
                .filter(asked -> asked.code().equals(question))
                .filter(Question.Choice.class::isInstance)
                .map(Question.Choice.class::cast)
                .findFirst();
        if (choice.isEmpty()) {
            return refused("question-unknown", "/question", "There is no such question any more.");
        }
        return engine.guide(article.model(), answers, article.today())
                .flatMap(now -> prices(caller, article, answers, List.of(choice.get()), now))
                .map(priced -> priced.getOrDefault(question, List.of()));
    }

    @Override
    public Outcome<Outlook> outlook(Caller caller, Optional<VendorId> vendor, Sku sku, Answers answers) {
        return with(caller, vendor, sku, article -> engine.guide(article.model(), answers, article.today())
                .map(now -> new Outlook(now, reasons(article, answers, now), effects(caller, article, answers, now))));
    }

    private List<Reason> reasons(Configured article, Answers answers, Guidance now) {
        List<Reason> reasons = new ArrayList<>();
        for (Guidance.QuestionState question : now.questions()) {
            for (OptionState option : question.options()) {
                if (option.status() == OptionStatus.EXCLUDED && reasons.size() < MOST_REASONS) {
                    Outcome<Conflict> why =
                            engine.why(article.model(), answers, article.today(), question.code(), option.code());
                    if (why.isDone()) {
                        reasons.add(new Reason(question.code(), option.code(), why.orElseThrow()));
                    }
                }
            }
        }
        return reasons;
    }

    /** Nothing for who may not see prices, and where something has no price: guiding goes on without. */
    private Map<String, List<OptionPrice>> effects(Caller caller, Configured article, Answers answers, Guidance now) {
        if (!gate.mayInAccount(caller, org.torg.api.account.Function.PRICE_READ)) {
            return Map.of();
        }
        List<Question.Choice> asked = article.model()
                .model()
                .questions()
                .filter(Question.Choice.class::isInstance)
                .map(Question.Choice.class::cast)
                .filter(choice -> now.question(choice.code())
                        .filter(state -> state.status() != Guidance.Status.NOT_ASKED)
                        .isPresent())
                .toList();
        Outcome<Map<String, List<OptionPrice>>> priced = prices(caller, article, answers, asked, now);
        return priced.isDone() ? priced.orElseThrow() : Map.of();
    }

    private record Alternative(String question, String option, List<Part> parts) {}

    /** All of them in one evaluation. */
    private Outcome<Map<String, List<OptionPrice>>> prices(
            Caller caller, Configured article, Answers answers, List<Question.Choice> choices, Guidance now) {
        List<Alternative> alternatives = new ArrayList<>();
        for (Question.Choice choice : choices) {
            for (OptionState state : now.question(choice.code()).orElseThrow().options()) {
                if (state.status() == OptionStatus.EXCLUDED) {
                    continue;
                }
                Answers other = answers.with(choice.code(), chosen(choice, now, state.code()));
                Outcome<Guidance> then = engine.guide(article.model(), other, article.today());
                if (!then.isDone()) {
                    return then.map(unreached -> Map.of());
                }
                alternatives.add(new Alternative(
                        choice.code(), state.code(), then.orElseThrow().parts()));
            }
        }
        boolean nothing = now.parts().isEmpty()
                && alternatives.stream().allMatch(one -> one.parts().isEmpty());
        if (nothing) {
            return Outcome.done(Map.of());
        }
        VendorDescriptor vendor = article.vendor();
        List<List<Part>> parts = alternatives.stream().map(Alternative::parts).toList();
        return prices.price(caller, vendor.id(), vendor.currency(), now.parts(), parts)
                .map(priced -> {
                    Map<String, List<OptionPrice>> effects = new LinkedHashMap<>();
                    for (int i = 0; i < alternatives.size(); i++) {
                        Alternative one = alternatives.get(i);
                        effects.computeIfAbsent(one.question(), key -> new ArrayList<>())
                                .add(new OptionPrice(
                                        one.option(),
                                        priced.get(i).net(),
                                        priced.get(i).difference()));
                    }
                    return effects;
                });
    }

    /** Of several one more is added to what is chosen; else it takes the place of the other. */
    private static Answer chosen(Question.Choice choice, Guidance now, String option) {
        List<String> chosen = new ArrayList<>();
        if (choice.several() && now.answers().to(choice.code()).orElse(Answer.chosen()) instanceof Answer.Chosen all) {
            chosen.addAll(all.options());
        }
        if (!chosen.contains(option)) {
            chosen.add(option);
        }
        return new Answer.Chosen(chosen);
    }

    private static <T> Outcome<T> refused(String code, String field, String english) {
        return Outcome.refused(Refusal.of(Refusal.Kind.UNPROCESSABLE, code, english)
                .with(List.of(Refusal.detail(field, code, english))));
    }
}
