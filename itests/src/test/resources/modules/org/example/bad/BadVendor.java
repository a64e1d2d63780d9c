package org.example.bad;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.torg.api.LocalizedText;
import org.torg.api.Message;
import org.torg.api.account.Address;
import org.torg.api.cart.CartRule;
import org.torg.api.order.OrderStatus;
import org.torg.api.pricing.*;
import org.torg.api.vendor.*;

/**
 * A vendor that behaves as long as it is looked at, and badly for some of its own articles: its code throws, hangs, spins,
 * leaks or answers nonsense. From version 2 on it is cured. What never ends ends after ten seconds here.
 */
@Component(service = Vendor.class)
public final class BadVendor implements Vendor {
    private static final long NEVER_SECONDS = 10;
    private static final List<byte[]> LEAK = Collections.synchronizedList(new ArrayList<>());
    private static final Map<String, Map<String, String>> TEXTS = Map.of("en", Map.of(
            "bad.option", "By snail",
            "bad.state", "Received",
            "bad.state.explanation", "It has come."));

    private final String version;
    private final boolean cured;

    @Activate
    public BadVendor(BundleContext context) {
        version = context.getBundle().getVersion().toString();
        cured = context.getBundle().getVersion().getMajor() > 1;
    }

    private final class Moods implements PricingModule {
        @Override
        public ModuleInfo info() {
            return new ModuleInfo("bad.moods", version, Set.of(Phase.CAMPAIGN), Set.of());
        }

        @Override
        public Contribution contribute(Phase phase, PricingRequest request) {
            for (PricingLine line : request.lines()) {
                if (!cured) {
                    behave(line.sku().value());
                }
                if (!cured && line.sku().value().equals("BAD-NULL")) {
                    return null;
                }
            }
            return Contribution.NONE;
        }

        private void behave(String sku) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(NEVER_SECONDS);
            switch (sku) {
                case "BAD-THROW" -> throw new IllegalStateException("a vendor's exception");
                case "BAD-ERROR" -> throw new StackOverflowError();
                case "BAD-HANG" -> LockSupport.parkNanos(end - System.nanoTime());
                case "BAD-SPIN" -> {
                    while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                }
                case "BAD-LEAK" -> {
                    LEAK.add(new byte[16 * 1024]);
                    Thread thread = new Thread(() -> LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(NEVER_SECONDS)));
                    thread.setDaemon(true);
                    thread.start();
                }
                default -> {}
            }
        }
    }

    private final class Snail implements ShippingModule {
        @Override
        public ModuleInfo info() {
            return new ModuleInfo("bad.snail", version, Set.of(Phase.FREIGHT), Set.of());
        }

        @Override
        public List<DeliveryOption> options(PricingRequest request) {
            return List.of(new DeliveryOption(
                    "snail",
                    Message.of("bad.option", "By snail"),
                    Money.of(CurrencyUnit.of("NOK"), 10),
                    "bad.option",
                    false,
                    1,
                    30,
                    Optional.empty()));
        }
    }

    @Override
    public VendorDescriptor descriptor() {
        return new VendorDescriptor(
                new VendorId("bad"),
                version,
                LocalizedText.of("en", "Bad Goods"),
                new LegalEntity(
                        "bad",
                        "Bad Goods AS",
                        "100200309",
                        "NO 100 200 309 MVA",
                        Optional.of("Foretaksregisteret"),
                        new Address("Bad Goods AS", Optional.empty(), "Gata 1", Optional.empty(), "0581", "Oslo", "NO"),
                        ZoneId.of("Europe/Oslo"),
                        "bad@example.com",
                        "+4721000000",
                        Optional.empty(),
                        "12345678903"),
                CurrencyUnit.of("NOK"),
                List.of("NO"),
                List.of("en"),
                "#aa0000");
    }

    @Override
    public List<ParameterDefinition> parameters() {
        return List.of();
    }

    @Override
    public List<PricingModule> pricing() {
        return List.of(new Moods());
    }

    @Override
    public List<ShippingModule> shipping() {
        return List.of(new Snail());
    }

    @Override
    public Optional<LoyaltyProgram> loyalty() {
        return Optional.empty();
    }

    @Override
    public List<CartRule> cartRules() {
        return List.of();
    }

    @Override
    public Workflow workflow() {
        return new Workflow(
                "received",
                List.of(new Workflow.State(
                        "received",
                        Message.of("bad.state", "Received"),
                        Message.of("bad.state.explanation", "It has come."),
                        Set.of(Workflow.Action.SHIP),
                        Optional.of(OrderStatus.PLACED))),
                List.of());
    }

    @Override
    public Terms terms(Parameters parameters) {
        return new Terms(
                14,
                false,
                12,
                Terms.Amendment.NOBODY,
                new Terms.Invoicing(Terms.Invoicing.Trigger.PER_SHIPMENT, Terms.Invoicing.Charges.FIRST_INVOICE, 14));
    }

    @Override
    public Texts texts() {
        return new Texts(TEXTS);
    }
}
