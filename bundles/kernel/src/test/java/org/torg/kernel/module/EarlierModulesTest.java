package org.torg.kernel.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.STAFF;
import static org.torg.kernel.fixture.Customers.CUSTOMER;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.refusal;
import static org.torg.kernel.fixture.Shop.NOK;
import static org.torg.kernel.fixture.Shop.UNTRACKED;
import static org.torg.kernel.module.BuiltModule.CAMPAIGN;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.io.TempDir;
import org.torg.api.Argument;
import org.torg.api.Outcome;
import org.torg.api.module.Activation;
import org.torg.api.module.ModuleSet;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.PricedCart;
import org.torg.api.pricing.Simulations;
import org.torg.api.pricing.Simulations.Simulated;
import org.torg.api.pricing.Simulations.Simulation;
import org.torg.api.pricing.TraceEntry;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;

/** Prices under generations whose modules do not serve any more. */
class EarlierModulesTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 4, 1);

    /** Half the price from a day on, and before that the reason why not yet. */
    private static final BuiltModule HALF = BuiltModule.of("""
            package org.example.campaign;
            import java.math.BigDecimal;
            import java.time.LocalDate;
            import java.util.*;
            import org.osgi.service.component.annotations.*;
            import org.torg.api.Message;
            import org.torg.api.pricing.*;
            import org.torg.api.pricing.Adjustment.*;
            import org.torg.api.vendor.Texts;
            @Component(service = PricingModule.class) public final class Campaign implements PricingModule {
                private static final Message HALF = Message.of("example.half", "Half the price");
                public ModuleInfo info() {
                    return new ModuleInfo("example.campaign", "1", Set.of(Phase.CAMPAIGN), Set.of());
                }
                public Texts texts() {
                    Map<String, String> half = Map.of("example.half", "Half");
                    return new Texts(Map.of("en", half, "nb", half, "sv", half, "da", half, "fi", half));
                }
                public Contribution contribute(Phase phase, PricingRequest request) {
                    if (request.date().isBefore(LocalDate.of(2026, 4, 1))) {
                        return new Contribution(
                            List.of(), List.of(new Contribution.Rejected(Optional.empty(), "example.half", HALF)));
                    }
                    return Contribution.of(request.lines().stream()
                        .map(line -> new Adjustment(Phase.CAMPAIGN, new Target.Line(line.id()), Optional.empty(),
                            new Value.Rate(new BigDecimal("-50"), Base.RUNNING), "example.half", HALF,
                            Optional.empty(), Optional.empty()))
                        .toArray(Adjustment[]::new));
                }
            }
            """, Map.of());

    @TempDir
    Path folder;

    @TempDir
    Path storage;

    private Node open(Database database) {
        Shop shop = Shop.open(database);
        // The node founds the vendor itself.
        List.of("module_version", "module_set").forEach(table -> database.run("DELETE FROM " + table));
        BuiltModule.lighting().into(folder, "lighting.jar");
        HALF.into(folder, "campaign.jar");
        Node node = new Node(shop.kernel(), folder, storage);
        assertThat(node.serves(1)).isTrue();
        return node;
    }

    private static Simulation on(LocalDate date, long generation) {
        return new Simulation(
                CUSTOMER.id(),
                Optional.of(date),
                Optional.of(generation),
                new PriceRequest(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new PriceRequest.Line(new LineId("a"), UNTRACKED, 1)),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static PricedCart priced(Simulations simulations, LocalDate date, long generation) {
        return simulations.price(STAFF, on(date, generation)).orElseThrow().priced();
    }

    private static Money goods(PricedCart priced) {
        return priced.lines().get(0).net();
    }

    private static void activate(Node node) {
        node.sets
                .activate(STAFF, Optional.empty(), LIGHTING, new Activation(List.of("campaign.jar"), List.of()))
                .orElseThrow();
    }

    @OnEveryDatabase
    void theModulesOfEachGenerationPrice(Database database) {
        try (Node node = open(database)) {
            Simulations simulations = node.simulations();
            activate(node);

            assertThat(goods(priced(simulations, FIRST_DAY, 1))).isEqualTo(Money.parse("NOK 95.00"));
            assertThat(goods(priced(simulations, FIRST_DAY, 2))).isEqualTo(Money.parse("NOK 47.50"));
            PricedCart before = priced(simulations, FIRST_DAY.minusDays(1), 2);
            assertThat(goods(before)).isEqualTo(Money.of(NOK, 95));
            assertThat(before.trace())
                    .filteredOn(entry -> entry.standing() == TraceEntry.Standing.REJECTED)
                    .extracting(TraceEntry::rule)
                    .contains("example.half");
        }
    }

    @OnEveryDatabase
    void whatHasLeftIsBroughtUpForTheLookAndGoesAgain(Database database) {
        try (Node node = open(database)) {
            Simulations simulations = node.simulations();
            activate(node);
            ModuleSet back =
                    node.sets.rollback(STAFF, Optional.empty(), LIGHTING, 1).orElseThrow();
            assertThat(stopped(node)).isTrue();

            PricedCart second = priced(simulations, FIRST_DAY, 2);

            assertThat(goods(second)).isEqualTo(Money.parse("NOK 47.50"));
            assertThat(second.generation()).isEqualTo(2);
            assertThat(goods(priced(simulations, FIRST_DAY, back.generation()))).isEqualTo(Money.parse("NOK 95.00"));
            assertThat(node.serving()).contains(3L);
            assertThat(stopped(node)).isTrue();
        }
    }

    private static boolean stopped(Node node) {
        return Eventually.holds(() -> node.modules().contains(CAMPAIGN + " 1.0.0 stopped"));
    }

    @OnEveryDatabase
    void aGenerationWhoseModuleIsLostIsRefusedByName(Database database) {
        try (Node node = open(database)) {
            Simulations simulations = node.simulations();
            activate(node);
            ModuleSet.Module lost = node.sets.overview(STAFF, LIGHTING).orElseThrow().desired().modules().stream()
                    .filter(module -> module.symbolicName().equals(CAMPAIGN))
                    .findFirst()
                    .orElseThrow();
            node.sets.rollback(STAFF, Optional.empty(), LIGHTING, 1).orElseThrow();
            assertThat(stopped(node)).isTrue();
            node.lose(lost);

            Outcome<Simulated> refused = simulations.price(STAFF, on(FIRST_DAY, 2));

            assertThat(refusal(refused).code()).isEqualTo("generation-not-available");
            assertThat(refusal(refused).details()).singleElement().satisfies(why -> {
                assertThat(why.field()).isEqualTo("/generation");
                assertThat(why.code()).isEqualTo("module-unreadable");
                assertThat(why.message().arguments()).contains(Argument.text(CAMPAIGN));
            });
            assertThat(goods(priced(simulations, FIRST_DAY, 1))).isEqualTo(Money.parse("NOK 95.00"));
        }
    }
}
