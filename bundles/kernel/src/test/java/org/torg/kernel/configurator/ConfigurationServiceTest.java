package org.torg.kernel.configurator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.api.configurator.Condition.ALWAYS;
import static org.torg.api.configurator.Condition.is;
import static org.torg.kernel.fixture.Outcomes.refusal;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.torg.api.Message;
import org.torg.api.account.Caller;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Constraint;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.Configurations;
import org.torg.api.configurator.Configurations.OptionPrice;
import org.torg.api.configurator.Guidance;
import org.torg.api.configurator.Question;
import org.torg.api.configurator.Yield;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.vendor.Vendor;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;
import org.torg.kernel.solver.CompiledModel;
import org.torg.vendors.lighting.LightingVendor;

/** An article of the lighting shop that can be had with one of two others, or none. */
class ConfigurationServiceTest {

    private static final Sku ARTICLE = Shop.DENIED;

    private static Message words(String english) {
        return Message.of("test." + english, english);
    }

    private static ConfigurationModel model(Condition must) {
        Question.Choice extra = new Question.Choice(
                new Question.About("extra", words("Extra"), Optional.empty(), ALWAYS, true),
                List.of(
                        new Question.Option("none", words("None")),
                        new Question.Option("one", words("One")),
                        new Question.Option("two", words("Two")),
                        new Question.Option("never", words("Never"))),
                false,
                List.of("none"));
        return new ConfigurationModel(
                "P-" + ARTICLE.value(),
                List.of(new Stage("only", words("Only"), Subject.PRODUCT, List.of(extra))),
                List.of(new Constraint("rule", must, words("It does not go"))),
                List.of(
                        Yield.of(ALWAYS, ARTICLE.value()),
                        Yield.of(is("extra", "one"), Shop.UNTRACKED.value()),
                        new Yield(is("extra", "two"), Shop.UNTRACKED, new Yield.Count.Fixed(2))),
                List.of(),
                List.of());
    }

    private static Shop shop(Database database, ConfigurationModel... models) {
        Vendor behind = new LightingVendor("1.0.0");
        return Shop.open(database, (Vendor) Proxy.newProxyInstance(
                Vendor.class.getClassLoader(),
                new Class<?>[] {Vendor.class},
                (proxy, method, arguments) -> method.getName().equals("configurations")
                        ? List.of(models)
                        : method.invoke(behind, arguments)));
    }

    private static Shop shop(Database database) {
        return shop(database, model(Condition.not(is("extra", "never"))));
    }

    @OnEveryDatabase
    void whoeverMayReadTheCatalogueIsGuided(Database database) {
        Shop shop = shop(database);
        Configurations configurations = shop.kernel().configurations;
        Guidance guidance = configurations
                .guide(Callers.buyer(), Optional.empty(), ARTICLE, Answers.NONE)
                .orElseThrow();

        assertThat(guidance.complete()).isTrue();
        assertThat(configurations
                        .why(Callers.buyer(), Optional.empty(), ARTICLE, Answers.NONE, "extra", "never")
                        .orElseThrow()
                        .constraints())
                .containsExactly("rule");
        assertThat(refusal(configurations.guide(Callers.with(), Optional.empty(), ARTICLE, Answers.NONE))
                        .code())
                .isEqualTo("right-missing");
        assertThat(refusal(configurations.guide(Callers.buyer(), Optional.empty(), new Sku("X"), Answers.NONE))
                        .code())
                .isEqualTo("sku-unknown");
        assertThat(refusal(configurations.guide(Callers.buyer(), Optional.empty(), Shop.BULKY, Answers.NONE))
                        .code())
                .isEqualTo("configuration-none");

        shop.sent().forget();
        configurations.guide(Callers.buyer(), Optional.empty(), ARTICLE, Answers.NONE);
        assertThat(shop.sent().statements()).hasSizeLessThanOrEqualTo(1);
    }

    @OnEveryDatabase
    void eachOptionHasThePriceThatItsPartsWouldHave(Database database) {
        Shop shop = shop(database);
        Configurations configurations = shop.kernel().configurations;
        Caller buyer = Callers.buyer();
        Answers one = Answers.NONE.with("extra", Answer.chosen("one"));
        configurations.prices(buyer, Optional.empty(), ARTICLE, one, "extra").orElseThrow();

        shop.sent().forget();
        List<OptionPrice> prices = configurations
                .prices(buyer, Optional.empty(), ARTICLE, one, "extra")
                .orElseThrow();

        assertThat(shop.sent().statements()).hasSizeLessThanOrEqualTo(4);
        Money article = net(shop, ARTICLE);
        Money extra = net(shop, Shop.UNTRACKED);
        assertThat(prices)
                .containsExactly(
                        new OptionPrice("none", article, extra.negated()),
                        new OptionPrice("one", article.plus(extra), Money.zero(Shop.NOK)),
                        new OptionPrice("two", article.plus(extra).plus(extra), extra));
        assertThat(refusal(configurations.prices(buyer, Optional.empty(), ARTICLE, one, "nothing"))
                        .code())
                .isEqualTo("question-unknown");
        assertThat(configurations
                        .prices(Callers.stranger(), Optional.empty(), ARTICLE, one, "extra")
                        .isDone())
                .isFalse();
    }

    @OnEveryDatabase
    void aFormIsAnsweredAtOnceAsItsQuestionsAreOneByOne(Database database) {
        Shop shop = shop(database);
        Configurations configurations = shop.kernel().configurations;
        Caller buyer = Callers.buyer();
        Answers one = Answers.NONE.with("extra", Answer.chosen("one"));
        configurations.outlook(buyer, Optional.empty(), ARTICLE, one).orElseThrow();

        shop.sent().forget();
        Configurations.Outlook outlook =
                configurations.outlook(buyer, Optional.empty(), ARTICLE, one).orElseThrow();

        assertThat(shop.sent().statements()).hasSizeLessThanOrEqualTo(4);
        assertThat(outlook.guidance())
                .isEqualTo(configurations
                        .guide(buyer, Optional.empty(), ARTICLE, one)
                        .orElseThrow());
        assertThat(outlook.effects().get("extra"))
                .isEqualTo(configurations
                        .prices(buyer, Optional.empty(), ARTICLE, one, "extra")
                        .orElseThrow());
        assertThat(outlook.reasons())
                .containsExactly(new Configurations.Reason(
                        "extra",
                        "never",
                        configurations
                                .why(buyer, Optional.empty(), ARTICLE, one, "extra", "never")
                                .orElseThrow()));
        assertThat(configurations
                        .outlook(Callers.stranger(), Optional.empty(), ARTICLE, one)
                        .orElseThrow()
                        .effects())
                .isEmpty();
    }

    private static Money net(Shop shop, Sku sku) {
        PriceRequest request = new PriceRequest(
                Optional.empty(),
                Optional.empty(),
                List.of(new PriceRequest.Line(new org.torg.api.pricing.LineId("1"), sku, 1)),
                Optional.empty(),
                Optional.empty());
        return shop.kernel()
                .prices
                .price(Callers.buyer(), request)
                .orElseThrow()
                .priced()
                .lines()
                .get(0)
                .net();
    }

    @OnEveryDatabase
    void aModelIsKeptUnderItsHashForEver(Database database) {
        Shop shop = shop(database);
        Guidance guidance = shop.kernel()
                .configurations
                .guide(Callers.buyer(), Optional.empty(), ARTICLE, Answers.NONE)
                .orElseThrow();
        CompiledModel model = CompiledModel.of(guidance.model(), guidance.hash());
        shop.kernel().models.store(model);
        shop.kernel().transactions.change(tx -> shop.kernel().models.store(tx, model));

        Models later = new Models(shop.kernel().transactions, shop.stores().vendors());
        CompiledModel found = shop.kernel()
                .transactions
                .read(tx -> later.byHash(tx, guidance.hash()))
                .orElseThrow();

        assertThat(found.model()).isEqualTo(guidance.model());
        assertThat(org.torg.kernel.solver.ModelHash.of(found.model())).isEqualTo(guidance.hash());
        Optional<CompiledModel> nothing = shop.kernel().transactions.read(tx -> later.byHash(tx, "nothing"));
        assertThat(nothing).isEmpty();
    }

    @OnEveryDatabase
    void aVendorWithABrokenModelFailsAloneAndSaysSo(Database database) {
        Shop shop = shop(database, model(is("nowhere", "x")));

        assertThat(refusal(shop.kernel().configurations.guide(Callers.buyer(), Optional.empty(), ARTICLE, Answers.NONE))
                        .code())
                .isEqualTo("vendor-failed");
        assertThat(net(shop, ARTICLE).isPositive()).isTrue();
    }
}
