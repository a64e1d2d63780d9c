package org.torg.kernel.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.approval.Colleagues.BERGEN;
import static org.torg.kernel.approval.Colleagues.OSLO;
import static org.torg.kernel.approval.Colleagues.at;
import static org.torg.kernel.fixture.Customers.CUSTOMER;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;
import static org.torg.kernel.fixture.Shop.UNTRACKED;
import static org.torg.kernel.fixture.Shop.checkout;
import static org.torg.kernel.fixture.Shop.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.torg.api.Argument;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Caller.ActingFor;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.Role;
import org.torg.api.cart.CartId;
import org.torg.api.order.ApprovalRule;
import org.torg.api.order.PriceAgreement;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;

/** Which orders need a second person. One made to order costs about 212 kroner with freight and VAT. */
class ApprovalLimitTest {

    private static ApprovalRule rule(Optional<Role> role, Optional<LocationId> location, String above) {
        return new ApprovalRule(role, location, Money.parse(above));
    }

    private static void rules(Shop shop, ApprovalRule... rules) {
        shop.stores().transactions().change(tx -> shop.stores()
                .approvals()
                .put(
                        tx,
                        CUSTOMER.id(),
                        shop.stores()
                                .approvals()
                                .rules(tx, CUSTOMER.id())
                                .orElseThrow()
                                .version(),
                        List.of(rules)));
    }

    private static String placed(Shop shop, Caller caller, int quantity) {
        return code(shop.orders().place(caller, Optional.empty(), order(Map.of(UNTRACKED, quantity))));
    }

    @OnEveryDatabase
    void anOrderAboveTheAmountNeedsASecondPersonAndOneOfTheAmountDoesNot(Database database) {
        Shop shop = Shop.open(database);
        Colleagues people = new Colleagues(shop);
        Caller buyer = people.with("buyer", Role.BUYER);
        Money gross = shop.orders()
                .place(buyer, Optional.empty(), order(Map.of(UNTRACKED, 2)))
                .orElseThrow()
                .price()
                .gross();
        rules(shop, new ApprovalRule(Optional.empty(), Optional.empty(), gross));
        assertThat(placed(shop, buyer, 2)).isEqualTo("done");
        rules(shop, new ApprovalRule(Optional.empty(), Optional.empty(), gross.minus(Money.parse("NOK 0.01"))));
        Refusal refusal = refusal(shop.orders().place(buyer, Optional.empty(), order(Map.of(UNTRACKED, 2))));
        assertThat(refusal.code()).isEqualTo("approval-required");
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(refusal.details().get(0).message().arguments())
                .containsExactly(Argument.amount(gross.minus(Money.parse("NOK 0.01"))));
        CartId cart = shop.carts()
                .create(buyer, Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();
        shop.carts().addLine(buyer, Optional.empty(), cart, UNTRACKED, 2).orElseThrow();
        assertThat(code(shop.carts().checkout(buyer, Optional.empty(), cart, checkout(new PriceAgreement.Current()))))
                .isEqualTo("approval-required");
        assertThat(shop.carts().get(buyer, cart).orElseThrow().cart().order()).isEmpty();
    }

    @OnEveryDatabase
    void whoMayApproveNeedsNobodyUnlessARuleNamesTheirRole(Database database) {
        Shop shop = Shop.open(database);
        Colleagues people = new Colleagues(shop);
        Caller owner = people.with("owner", Role.OWNER);
        Caller chief = people.ticked(
                "chief", Function.ORDER_PLACE, Function.ORDER_APPROVE, Function.PRICE_READ, Function.CART_EDIT);
        Caller colleague = people.ticked("colleague", Function.ORDER_PLACE, Function.PRICE_READ, Function.CART_EDIT);
        rules(shop, rule(Optional.empty(), Optional.empty(), "NOK 0.00"));
        assertThat(placed(shop, owner, 1)).isEqualTo("done");
        assertThat(placed(shop, chief, 1)).isEqualTo("done");
        assertThat(placed(shop, colleague, 1)).isEqualTo("approval-required");
        rules(shop, rule(Optional.of(Role.OWNER), Optional.empty(), "NOK 0.00"));
        assertThat(placed(shop, owner, 1)).isEqualTo("approval-required");
        assertThat(placed(shop, Colleagues.program(owner), 1)).isEqualTo("approval-required");
        assertThat(placed(shop, chief, 1)).isEqualTo("done");
        assertThat(placed(shop, colleague, 1)).isEqualTo("done");
    }

    @OnEveryDatabase
    void ofSeveralRulesTheLowestAmountCounts(Database database) {
        Shop shop = Shop.open(database);
        Caller buyer = new Colleagues(shop).with("buyer", Role.BUYER);
        rules(
                shop,
                rule(Optional.of(Role.BUYER), Optional.empty(), "NOK 5.00"),
                rule(Optional.empty(), Optional.empty(), "NOK 3.00"),
                rule(Optional.of(Role.OWNER), Optional.empty(), "NOK 1.00"));
        assertThat(refusal(shop.orders().place(buyer, Optional.empty(), order(Map.of(UNTRACKED, 1))))
                        .message()
                        .arguments())
                .containsExactly(Argument.amount(Money.parse("NOK 3.00")));
    }

    @OnEveryDatabase
    void aRuleHoldsAtItsLocationAndAnOrderOfTheWholeAccountIsOneOfEach(Database database) {
        Shop shop = Shop.open(database);
        Caller buyer = new Colleagues(shop).with("buyer", Role.BUYER);
        rules(shop, rule(Optional.of(Role.BUYER), Optional.of(OSLO), "NOK 1.00"));
        assertThat(placed(shop, at(buyer, OSLO), 1)).isEqualTo("approval-required");
        assertThat(placed(shop, at(buyer, BERGEN), 1)).isEqualTo("done");
        assertThat(placed(shop, buyer, 1)).isEqualTo("approval-required");
    }

    @OnEveryDatabase
    void anAmountInAnotherCurrencySaysNothing(Database database) {
        Shop shop = Shop.open(database);
        Caller buyer = new Colleagues(shop).with("buyer", Role.BUYER);
        rules(shop, rule(Optional.empty(), Optional.empty(), "SEK 0.00"));
        assertThat(placed(shop, buyer, 1)).isEqualTo("done");
    }

    @OnEveryDatabase
    void inSomebodysNameTheirRoleCountsToo(Database database) {
        Shop shop = Shop.open(database);
        Colleagues people = new Colleagues(shop);
        Caller owner = people.with("owner", Role.OWNER);
        Caller buyer = people.with("buyer", Role.BUYER);
        rules(shop, rule(Optional.of(Role.OWNER), Optional.empty(), "NOK 1.00"));
        assertThat(placed(shop, buyer, 1)).isEqualTo("done");
        Caller inHerName = Colleagues.actingFor(buyer, owner, ActingFor.Kind.CLINICIAN);
        assertThat(code(shop.orders()
                        .place(
                                inHerName,
                                Optional.empty(),
                                order(Map.of(UNTRACKED, 1), Colleagues.confirmed(inHerName)))))
                .isEqualTo("approval-required");
    }

    @OnEveryDatabase
    void rulesThatDoNotMatterCostNoStatement(Database database) {
        Shop shop = Shop.open(database);
        Caller buyer = new Colleagues(shop).with("buyer", Role.BUYER);
        placed(shop, buyer, 1);
        shop.sent().forget();
        placed(shop, buyer, 1);
        int without = shop.sent().statements().size();
        rules(
                shop,
                rule(Optional.empty(), Optional.empty(), "NOK 90000.00"),
                rule(Optional.of(Role.BUYER), Optional.empty(), "NOK 80000.00"));
        shop.sent().forget();
        placed(shop, buyer, 1);
        assertThat(shop.sent().statements()).hasSize(without);
    }
}
