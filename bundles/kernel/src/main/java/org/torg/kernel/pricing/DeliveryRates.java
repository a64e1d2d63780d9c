package org.torg.kernel.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.account.AccountId;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.catalog.Sku;
import org.torg.api.pricing.Buyer;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.LoyaltyProgram.Tier;
import org.torg.api.pricing.PricingLine;
import org.torg.api.pricing.PricingRequest;
import org.torg.api.pricing.ShippingModule;
import org.torg.api.store.AccountStore;
import org.torg.api.store.AccountStore.AccountTerms;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorFailure;
import org.torg.kernel.vendor.Generation;
import org.torg.kernel.vendor.GuardedVendor;
import org.torg.kernel.vendor.VendorRegistry;

/** What a vendor's shipping modules would ask for an ordinary consignment: for who wants to know before anything is chosen. */
@Component(service = DeliveryRates.class)
public final class DeliveryRates {

    private static final BigDecimal PARCEL_KG = BigDecimal.ONE;
    private static final BigDecimal BULKY_KG = BigDecimal.valueOf(40);
    private static final AccountId NOBODY = new AccountId("nobody");

    private final Transactions transactions;
    private final AccountStore accounts;

    @Activate
    public DeliveryRates(@Reference Transactions transactions, @Reference AccountStore accounts) {
        this.transactions = transactions;
        this.accounts = accounts;
    }

    /**
     * The ways to deliver one light or one bulky article of hardly any value: to the caller's first address, for somebody without
     * an account to the vendor's first market. Vendor code is called: not to be used inside a transaction. Refused with
     * {@code vendor-failed}.
     */
    public Outcome<List<DeliveryOption>> options(Caller caller, Generation generation, LocalDate date, boolean bulky) {
        GuardedVendor vendor = generation.vendor();
        Parameters parameters = generation.parameters(date).parameters();
        Optional<AccountTerms> terms = caller.account()
                .flatMap(own -> transactions.read(
                        tx -> accounts.terms(tx, own, vendor.descriptor().id())));
        PricingRequest request = new PricingRequest(
                vendor.descriptor().id(),
                date,
                terms.map(known -> buyer(vendor, parameters, known))
                        .orElse(new Buyer(NOBODY, Optional.empty(), Set.of())),
                List.of(line(vendor.descriptor().currency(), bulky)),
                Money.zero(vendor.descriptor().currency()),
                Optional.of(destination(vendor.descriptor(), terms)),
                parameters);
        try {
            return Outcome.done(vendor.evaluate(() -> {
                List<DeliveryOption> options = new ArrayList<>();
                for (ShippingModule module : vendor.shipping()) {
                    options.addAll(module.options(request));
                }
                return options;
            }));
        } catch (VendorFailure e) {
            return Outcome.refused(VendorRegistry.failed());
        }
    }

    private static Buyer buyer(GuardedVendor vendor, Parameters parameters, AccountTerms terms) {
        Agreement agreement = terms.agreement();
        return new Buyer(
                terms.account().id(),
                Pricing.tier(vendor, parameters, agreement).map(Tier::code),
                agreement.groups());
    }

    private static Destination destination(VendorDescriptor vendor, Optional<AccountTerms> terms) {
        return terms.map(known -> Pricing.destination(known.account()))
                .filter(known -> vendor.markets().contains(known.country()))
                .orElseGet(() -> new Destination(
                        vendor.markets().get(0), vendor.seller().address().postcode(), Destination.Kind.BUSINESS));
    }

    private static PricingLine line(CurrencyUnit currency, boolean bulky) {
        return new PricingLine(
                new LineId("1"),
                new Sku("ANY"),
                "any",
                "any",
                "any",
                1,
                BigMoney.zero(currency),
                Money.zero(currency),
                bulky ? BULKY_KG : PARCEL_KG,
                bulky,
                Map.of());
    }
}
