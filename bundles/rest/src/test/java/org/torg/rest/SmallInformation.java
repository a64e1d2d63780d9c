package org.torg.rest;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.LocalizedText;
import org.torg.api.Message;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.order.PaymentMethod;
import org.torg.api.vendor.Information.ContactPoint;
import org.torg.api.vendor.Information.Faq;
import org.torg.api.vendor.Information.Guide;
import org.torg.api.vendor.Information.Help;
import org.torg.api.vendor.Information.Leaflet.Section;
import org.torg.api.vendor.Information.Task;
import org.torg.api.vendor.Information.Topic;
import org.torg.api.vendor.InformationPages;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.VendorId;

/** The lighting vendor's pages, each with everything that a page can have. */
final class SmallInformation implements InformationPages {

    private static final LocalizedText WORDS = new LocalizedText(Map.of("nb", "Slik gjør du", "en", "How to"));

    private final SmallMarket market;

    SmallInformation(SmallMarket market) {
        this.market = market;
    }

    @Override
    public Outcome<Page> page(Caller caller, VendorId vendor, Topic topic) {
        if (!vendor.equals(Samples.VENDOR)) {
            return Outcome.refused(Refusal.notFound("vendor"));
        }
        boolean priced = caller.mayAnywhere(Function.PRICE_READ);
        Optional<Delivery.Amounts> amounts = priced
                ? Optional.of(new Delivery.Amounts(Samples.nok("149.00"), Optional.of(Samples.nok("2500.00"))))
                : Optional.empty();
        Message label = Message.of("lighting.free", "Free from");
        return Outcome.done(new Page(
                market.vendors().present().get(0),
                topic,
                List.of(new Section(WORDS, WORDS)),
                List.of(new Help(
                        Task.SAVE_FAVOURITE,
                        List.of(new Guide(
                                Guide.Form.VIDEO,
                                WORDS,
                                Map.of(
                                        "nb", URI.create("https://lys.example/nb"),
                                        "en", URI.create("https://lys.example/en")))),
                        List.of(new Faq(WORDS, WORDS)))),
                priced
                        ? List.of(new Figure("freight.free-from", label, ParameterDefinition.Type.AMOUNT, "2500.00"))
                        : List.of(),
                List.of(new Delivery(Delivery.Goods.BULKY, "parcel", label, true, 1, 3, amounts)),
                List.of(new Payment(PaymentMethod.BANK_TRANSFER, 14, "Factoring AS", "15030000000")),
                List.of(new ContactPoint(
                        ContactPoint.Role.SALES_COMPANY,
                        Optional.of("NO"),
                        "Lys AS",
                        Optional.of(Samples.ADDRESS),
                        "+47 22 00 00 00",
                        "post@example.com",
                        Optional.of(WORDS)))));
    }
}
