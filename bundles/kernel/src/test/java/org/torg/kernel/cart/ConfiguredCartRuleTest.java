package org.torg.kernel.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.owner;
import static org.torg.kernel.fixture.Outcomes.refusal;
import static org.torg.kernel.fixture.Shop.DENIED;
import static org.torg.kernel.fixture.Shop.UNTRACKED;
import static org.torg.kernel.fixture.Shop.checkout;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.torg.api.Message;
import org.torg.api.Refusal;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.CartRule;
import org.torg.api.cart.Carts.NewLine;
import org.torg.api.order.PriceAgreement;
import org.torg.api.pricing.PricingLine;
import org.torg.api.pricing.PricingModule;
import org.torg.api.pricing.ShippingModule;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.Texts;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.Workflow;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;
import org.torg.kernel.fixture.Splint;
import org.torg.vendors.lighting.LightingVendor;

/** A vendor's rule judges what was asked for and what it yields, and names the line that the customer knows. */
@Tag("D21")
class ConfiguredCartRuleTest {

    /** One configured article of this product, whatever else is in the cart. */
    private record OneOnly(String product) implements CartRule {

        @Override
        public List<Objection> check(CartFacts facts) {
            int asked = facts.configured().stream()
                    .filter(line -> line.product().equals(product))
                    .mapToInt(Configured::quantity)
                    .sum();
            List<PricingLine> parts = facts.goods().lines().stream()
                    .filter(line -> line.partOf().isPresent())
                    .toList();
            return asked > 1
                    ? List.of(new Objection(
                            "one-only",
                            Message.of("one", "One at a time."),
                            Optional.of(parts.get(parts.size() - 1).id())))
                    : List.of();
        }
    }

    /** Lighting with that rule. */
    private record Strict(Vendor lighting) implements Vendor {

        @Override
        public VendorDescriptor descriptor() {
            return lighting.descriptor();
        }

        @Override
        public List<ParameterDefinition> parameters() {
            return lighting.parameters();
        }

        @Override
        public List<PricingModule> pricing() {
            return lighting.pricing();
        }

        @Override
        public List<ShippingModule> shipping() {
            return lighting.shipping();
        }

        @Override
        public List<CartRule> cartRules() {
            return List.of(new OneOnly(Splint.PRODUCT));
        }

        @Override
        public Workflow workflow() {
            return lighting.workflow();
        }

        @Override
        public Terms terms(Parameters parameters) {
            return lighting.terms(parameters);
        }

        @Override
        public Texts texts() {
            return lighting.texts();
        }
    }

    @OnEveryDatabase
    void aSecondOneIsRefusedAndWhatWasThereStays(Database database) {
        Shop shop = Shop.open(database, new Strict(new LightingVendor("1.0.0")));
        shop.kernel().configurator.model(Splint.device("white"));
        CartId id = shop.carts()
                .create(owner(), Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();
        shop.carts().addLine(owner(), Optional.empty(), id, DENIED, 3).orElseThrow();
        NewLine splint = new NewLine(UNTRACKED, 1, Optional.of(Splint.LARGE), Optional.empty());
        Cart one = shop.carts().addLine(owner(), Optional.empty(), id, splint).orElseThrow();

        Refusal second = refusal(shop.carts().addLine(owner(), Optional.empty(), id, splint));
        Refusal two = refusal(shop.carts()
                .changeLine(
                        owner(),
                        Optional.empty(),
                        id,
                        Optional.empty(),
                        one.lines().get(1).id(),
                        2));

        assertThat(second.code()).isEqualTo("one-only");
        assertThat(two.code()).isEqualTo("one-only");
        assertThat(shop.carts().get(owner(), id).orElseThrow().cart()).isEqualTo(one);
        assertThat(shop.carts().get(owner(), id).orElseThrow().objections()).isEmpty();
    }

    /** The rule came after the goods: the view names them, the checkout refuses them, other changes go on. */
    @OnEveryDatabase
    void whatWasThereBeforeIsObjectedToAndRefusedAtCheckout(Database database) {
        Shop lax = Shop.open(database);
        lax.kernel().configurator.model(Splint.device("white"));
        CartId id = lax.carts()
                .create(owner(), Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();
        lax.carts().addLine(owner(), Optional.empty(), id, DENIED, 3).orElseThrow();
        NewLine splint = new NewLine(UNTRACKED, 1, Optional.of(Splint.LARGE), Optional.empty());
        lax.carts().addLine(owner(), Optional.empty(), id, splint).orElseThrow();
        Cart two = lax.carts().addLine(owner(), Optional.empty(), id, splint).orElseThrow();
        Kernel strict = new Kernel(database, lax.clock(), new Strict(new LightingVendor("1.0.0")));
        strict.configurator.model(Splint.device("white"));

        CartRule.Objection objection =
                strict.carts.get(owner(), id).orElseThrow().objections().get(0);
        Refusal refusal =
                refusal(strict.carts.checkout(owner(), Optional.empty(), id, checkout(new PriceAgreement.Current())));

        assertThat(objection.code()).isEqualTo("one-only");
        assertThat(objection.line()).contains(two.lines().get(2).id());
        assertThat(refusal.code()).isEqualTo("one-only");
        assertThat(refusal.details().get(0).field()).isEqualTo("/lines/2");
        assertThat(strict.carts
                        .addLine(owner(), Optional.empty(), id, DENIED, 1)
                        .isDone())
                .isTrue();
    }
}
