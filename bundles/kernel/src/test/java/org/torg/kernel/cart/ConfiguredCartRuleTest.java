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
    void aSecondOneIsObjectedToBeforeCheckoutAndRefusedAtIt(Database database) {
        Shop shop = Shop.open(database, new Strict(new LightingVendor("1.0.0")));
        shop.kernel().configurator.model(Splint.device("white"));
        CartId id = shop.carts()
                .create(owner(), Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();
        shop.carts().addLine(owner(), Optional.empty(), id, DENIED, 3).orElseThrow();
        NewLine splint = new NewLine(UNTRACKED, 1, Optional.of(Splint.LARGE), Optional.empty());
        shop.carts().addLine(owner(), Optional.empty(), id, splint).orElseThrow();
        assertThat(shop.carts().get(owner(), id).orElseThrow().objections()).isEmpty();

        Cart two = shop.carts().addLine(owner(), Optional.empty(), id, splint).orElseThrow();

        CartRule.Objection objection =
                shop.carts().get(owner(), id).orElseThrow().objections().get(0);
        assertThat(objection.code()).isEqualTo("one-only");
        assertThat(objection.line()).contains(two.lines().get(2).id());
        Refusal refusal =
                refusal(shop.carts().checkout(owner(), Optional.empty(), id, checkout(new PriceAgreement.Current())));
        assertThat(refusal.code()).isEqualTo("one-only");
        assertThat(refusal.details().get(0).field()).isEqualTo("/lines/2");
    }
}
