package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Customers.CUSTOMER;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.torg.api.account.Agreement;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Scope;
import org.torg.api.pricing.CustomerTiers.CustomerTier;
import org.torg.api.pricing.LoyaltyProgram.Tier;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;

class CustomerTierTest {

    private static CustomerTier tier(Shop shop) {
        List<CustomerTier> all =
                shop.kernel().customerTiers.of(Callers.staff(), CUSTOMER.id()).orElseThrow();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static void agree(Shop shop, Optional<String> tier) {
        var unused = shop.kernel()
                .accounts
                .agree(Callers.STAFF, Optional.empty(), new Agreement(CUSTOMER.id(), LIGHTING, tier, Set.of()))
                .orElseThrow();
    }

    private static void order(Shop shop, int orders) {
        for (int i = 0; i < orders; i++) {
            shop.orders()
                    .place(Callers.buyer(), Optional.empty(), Shop.order(Map.of(Shop.UNTRACKED, 1)))
                    .orElseThrow();
        }
    }

    @OnEveryDatabase
    @Tag("L07")
    @Tag("L08")
    void whoHasBeenGivenNoTierHasTheFirst(Database database) {
        Shop shop = Shop.open(database);
        agree(shop, Optional.empty());
        CustomerTier tier = tier(shop);

        assertThat(tier.vendor()).isEqualTo(LIGHTING);
        assertThat(tier.tiers()).extracting(Tier::code).containsExactly("silver", "gold", "platinum");
        assertThat(tier.given()).isEmpty();
        assertThat(tier.current()).map(Tier::code).contains("silver");
        assertThat(tier.suggested()).contains("silver");
        assertThat(tier.other()).isEmpty();
    }

    @OnEveryDatabase
    @Tag("L10")
    void aTierIsSuggestedByOftenAndMuchAndStaysAsItWasGiven(Database database) {
        Shop shop = Shop.open(database);
        shop.price(Shop.UNTRACKED, "20000");
        order(shop, 11);
        assertThat(tier(shop).suggested()).contains("silver");
        order(shop, 1);

        CustomerTier tier = tier(shop);
        assertThat(tier.history().orders()).isEqualTo(12);
        assertThat(tier.history().net().isGreaterThan(Money.of(Shop.NOK, 100_000)))
                .isTrue();
        assertThat(tier.suggested()).contains("gold");
        assertThat(tier.other()).map(Tier::code).contains("gold");
        assertThat(tier.current()).map(Tier::code).contains("silver");
    }

    @OnEveryDatabase
    @Tag("L10")
    void whatIsAYearOldSuggestsNothing(Database database) {
        Shop shop = Shop.open(database);
        shop.price(Shop.UNTRACKED, "20000");
        order(shop, 12);
        shop.clock().move(java.time.Duration.ofDays(367));

        assertThat(tier(shop).history().orders()).isZero();
        assertThat(tier(shop).suggested()).contains("silver");
    }

    @OnEveryDatabase
    @Tag("L10")
    void whatAPersonHasGivenCounts(Database database) {
        Shop shop = Shop.open(database);
        agree(shop, Optional.of("platinum"));

        assertThat(tier(shop).current()).map(Tier::code).contains("platinum");
        assertThat(tier(shop).other()).map(Tier::code).contains("silver");
    }

    @OnEveryDatabase
    void customersAndTheStaffOfOtherVendorsAreNotTold(Database database) {
        Shop shop = Shop.open(database);
        agree(shop, Optional.empty());

        assertThat(code(shop.kernel().customerTiers.of(Callers.owner(), CUSTOMER.id())))
                .isEqualTo("right-missing");
        assertThat(code(shop.kernel()
                        .customerTiers
                        .of(
                                Callers.with(new Grant(Function.ACCOUNT_READ, Scope.of(new VendorId("dental")))),
                                CUSTOMER.id())))
                .isEqualTo("account-not-found");
    }
}
