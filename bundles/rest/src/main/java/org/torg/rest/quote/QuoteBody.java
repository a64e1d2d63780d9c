package org.torg.rest.quote;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.torg.api.account.Account;
import org.torg.api.order.Checkout;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.quote.Quote.QuotedLine;
import org.torg.rest.account.AddressJson;
import org.torg.rest.account.ExternalIdJson;
import org.torg.rest.http.Faults;
import org.torg.rest.order.CheckoutJson;
import org.torg.rest.order.DeliveryJson;
import org.torg.rest.pricing.LineJson;
import org.torg.rest.pricing.PriceRequestJson;

/** What is sent about quotes. */
final class QuoteBody {

    private static final int WORDS = 4_000;

    private QuoteBody() {}

    /** @param destination the account's first delivery address when absent */
    public record QuoteRequestJson(Optional<PriceRequestJson.DestinationJson> destination, Optional<String> message) {

        record Read(Optional<Destination> destination, Optional<String> message) {}

        Read read() {
            Faults faults = new Faults();
            return faults.settle(new Read(
                    destination.map(place -> place.read(faults, "/destination")),
                    faults.note("/message", message, WORDS)));
        }
    }

    public record QuotedPriceJson(Optional<String> line, Optional<BigMoney> price) {

        private QuotedLine read(Faults faults, String at) {
            return new QuotedLine(
                    LineJson.id(
                            faults,
                            at + "/line",
                            Optional.of(faults.required(at + "/line", line, "-")),
                            "line-unknown",
                            "There is no such line.",
                            "-"),
                    faults.required(at + "/price", price, BigMoney.zero(CurrencyUnit.EUR)));
        }
    }

    /**
     * @param prices net, of one; the lines that are not here go at the account's own price
     * @param validUntil as long as the vendor's offers are valid when absent
     */
    public record NewOfferJson(
            Optional<List<QuotedPriceJson>> prices, Optional<String> validUntil, Optional<String> message) {

        record Read(List<QuotedLine> prices, Optional<LocalDate> validUntil, Optional<String> message) {}

        Read read() {
            Faults faults = new Faults();
            return faults.settle(new Read(
                    faults.each(
                            "/prices",
                            prices,
                            PriceRequest.MAX_LINES,
                            "lines-too-many",
                            (at, price) -> price.read(faults, at)),
                    faults.day("/validUntil", validUntil),
                    faults.note("/message", message, WORDS)));
        }
    }

    public record QuoteWordsJson(Optional<String> text) {

        String read() {
            Faults faults = new Faults();
            faults.required("/text", text, "");
            return faults.settle(faults.note("/text", text, WORDS).orElse(""));
        }
    }

    /** All that {@link CheckoutJson} states but the price, which the offer has. */
    public record OrderQuoteJson(
            Optional<BigInteger> offer,
            Optional<DeliveryJson> delivery,
            Optional<AddressJson> billing,
            Optional<String> email,
            Optional<String> phone,
            Optional<String> purchaseOrderReference,
            Optional<String> paymentMethod,
            Optional<String> note,
            Optional<List<ExternalIdJson>> externalIds,
            Optional<String> actingFor) {

        record Read(int offer, Checkout checkout) {}

        Read read(Supplier<Account> account) {
            Faults faults = new Faults();
            int number = faults.whole("/offer", offer, 1, Integer.MAX_VALUE, "offer-invalid");
            Checkout checkout = new CheckoutJson(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of("current"),
                            delivery,
                            billing,
                            email,
                            phone,
                            purchaseOrderReference,
                            paymentMethod,
                            note,
                            externalIds,
                            actingFor)
                    .read(faults, account);
            return faults.settle(new Read(number, checkout));
        }
    }
}
