package org.torg.rest.vendor;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.torg.api.vendor.Information.ContactPoint;
import org.torg.api.vendor.Information.Guide;
import org.torg.api.vendor.Information.Help;
import org.torg.api.vendor.InformationPages.Delivery;
import org.torg.api.vendor.InformationPages.Figure;
import org.torg.api.vendor.InformationPages.Page;
import org.torg.api.vendor.InformationPages.Payment;
import org.torg.http.Wording;
import org.torg.rest.account.AddressJson;
import org.torg.rest.http.Words;

/**
 * A page of a vendor in the reader's language.
 *
 * @param figures numbers that staff may change, as they are today; none for who sees no prices
 */
public record InformationJson(
        String vendor,
        String topic,
        List<SectionJson> sections,
        List<HelpJson> help,
        List<FigureJson> figures,
        List<DeliveryWayJson> deliveries,
        List<PaymentWayJson> payments,
        List<ContactJson> contacts) {

    public record SectionJson(String title, String text) {}

    public record HelpJson(String task, List<GuideJson> guides, List<FaqJson> questions) {

        static HelpJson of(Help help, Wording wording) {
            return new HelpJson(
                    Words.of(help.task()),
                    help.guides().stream()
                            .map(guide -> new GuideJson(
                                    Words.of(guide.form()), wording.of(guide.title()), link(guide, wording)))
                            .toList(),
                    help.questions().stream()
                            .map(faq -> new FaqJson(wording.of(faq.question()), wording.of(faq.answer())))
                            .toList());
        }

        private static String link(Guide guide, Wording wording) {
            Map<String, URI> links = guide.links();
            return Optional.ofNullable(links.get(wording.locale().getLanguage()))
                    .or(() -> Optional.ofNullable(links.get("en")))
                    .or(() -> links.values().stream().sorted().findFirst())
                    .map(URI::toString)
                    .orElse("");
        }
    }

    /** @param form {@code video} or {@code pages} */
    public record GuideJson(String form, String title, String link) {}

    public record FaqJson(String question, String answer) {}

    /** @param amount of a parameter that is one */
    public record FigureJson(String key, String label, String value, Optional<Money> amount) {

        static FigureJson of(Page page, Figure figure, Wording wording) {
            Optional<Money> amount =
                    switch (figure.type()) {
                        case AMOUNT ->
                            Optional.of(Money.parse(page.vendor().currency().getCode() + " " + figure.value()));
                        case PERCENT, INTEGER, DECIMAL, FLAG -> Optional.empty();
                    };
            return new FigureJson(figure.key(), wording.of(figure.label()), figure.value(), amount);
        }
    }

    /**
     * @param goods {@code parcel} or {@code bulky}
     * @param freight without VAT
     * @param freeFrom goods after discounts, without VAT
     */
    public record DeliveryWayJson(
            String goods,
            String code,
            String name,
            boolean phoneRequired,
            int minDays,
            int maxDays,
            Optional<Money> freight,
            Optional<Money> freeFrom) {

        static DeliveryWayJson of(Delivery delivery, Wording wording) {
            return new DeliveryWayJson(
                    Words.of(delivery.goods()),
                    delivery.code(),
                    wording.of(delivery.name()),
                    delivery.phoneRequired(),
                    delivery.minDays(),
                    delivery.maxDays(),
                    delivery.amounts().map(Delivery.Amounts::freight),
                    delivery.amounts().flatMap(Delivery.Amounts::freeFrom));
        }
    }

    public record PaymentWayJson(String method, int dueDays, String payee, String bankAccount) {

        static PaymentWayJson of(Payment payment) {
            return new PaymentWayJson(
                    Words.of(payment.method()), payment.dueDays(), payment.payee(), payment.bankAccount());
        }
    }

    /**
     * @param role {@code sales-company} or {@code head-office}
     * @param market absent for the whole world
     */
    public record ContactJson(
            String role,
            Optional<String> market,
            String name,
            Optional<AddressJson> address,
            String phone,
            String email,
            Optional<String> purpose) {

        static ContactJson of(ContactPoint contact, Wording wording) {
            return new ContactJson(
                    Words.of(contact.role()),
                    contact.market(),
                    contact.name(),
                    contact.address().map(AddressJson::of),
                    contact.phone(),
                    contact.email(),
                    contact.purpose().map(wording::of));
        }
    }

    static InformationJson of(Page page, Wording wording) {
        return new InformationJson(
                page.vendor().id().value(),
                Words.of(page.topic()),
                page.sections().stream()
                        .map(section -> new SectionJson(wording.of(section.title()), wording.of(section.text())))
                        .toList(),
                page.help().stream().map(help -> HelpJson.of(help, wording)).toList(),
                page.figures().stream()
                        .map(figure -> FigureJson.of(page, figure, wording))
                        .toList(),
                page.deliveries().stream()
                        .map(delivery -> DeliveryWayJson.of(delivery, wording))
                        .toList(),
                page.payments().stream().map(PaymentWayJson::of).toList(),
                page.contacts().stream()
                        .map(contact -> ContactJson.of(contact, wording))
                        .toList());
    }
}
