package org.torg.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.torg.api.ExternalId;
import org.torg.api.account.Address;
import org.torg.api.catalog.Sku;
import org.torg.api.order.Checkout;
import org.torg.api.order.Contact;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.PaymentMethod;
import org.torg.api.order.PlaceOrder;
import org.torg.api.order.PriceAgreement;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;

/** What callers send, and what the kernel must be asked for it. */
final class Bodies {

    static final String SMALL_ORDER = "{\"lines\":[{\"sku\":\"SL-1\",\"quantity\":1}],\"acceptPrices\":\"current\"}";

    static final String WHOLE_ORDER = """
            {"vendor":"lighting","currency":"NOK",
             "lines":[{"sku":"SL-1001","quantity":4},{"id":"b","sku":"00/2_A","quantity":100000}],
             "expectedTotal":{"amount":"295.63","currency":"NOK"},
             "delivery":{"address":{"name":"Fjord","line1":"Storgata 1","postcode":"0155","city":"Tromsø","country":"NO"},
               "kind":"private","option":"parcel","timing":{"type":"requested","from":"2026-04-01","to":"2026-04-01"}},
             "billing":{"name":"Fjord","line1":"Postboks 1","postcode":"0155","city":"Oslo","country":"NO"},
             "email":"innkjop+lys@example.com","phone":"+47 22 00 00 00","purchaseOrderReference":" PO 4711 ",
             "paymentMethod":"bank-transfer","note":"Ring på\\nporttelefonen 🔔",
             "externalIds":[{"system":"erp","value":"17"}]}""";

    private Bodies() {}

    static PlaceOrder wholeOrder() {
        return new PlaceOrder(
                Optional.of(Samples.VENDOR),
                Optional.of(Samples.NOK),
                List.of(
                        new PriceRequest.Line(new LineId("1"), new Sku("SL-1001"), 4),
                        new PriceRequest.Line(new LineId("b"), new Sku("00/2_A"), 100_000)),
                new Checkout(
                        new PriceAgreement.ExpectedTotal(Samples.nok("295.63")),
                        Optional.of(new DeliveryChoice(
                                address("Storgata 1", "Tromsø"),
                                Destination.Kind.PRIVATE,
                                Optional.of("parcel"),
                                new DeliveryChoice.Timing.Requested(
                                        LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 1)))),
                        Optional.of(address("Postboks 1", "Oslo")),
                        Optional.of(new Contact("innkjop+lys@example.com", Optional.of("+47 22 00 00 00"))),
                        Optional.of("PO 4711"),
                        Optional.of(PaymentMethod.BANK_TRANSFER),
                        Optional.of("Ring på\nporttelefonen 🔔"),
                        List.of(new ExternalId("erp", "17"))));
    }

    private static Address address(String line1, String city) {
        return new Address("Fjord", Optional.empty(), line1, Optional.empty(), "0155", city, "NO");
    }
}
