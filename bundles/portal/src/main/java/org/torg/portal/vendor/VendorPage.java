package org.torg.portal.vendor;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.torg.api.vendor.Information.ContactPoint;
import org.torg.api.vendor.Information.Guide;
import org.torg.api.vendor.Information.Topic;
import org.torg.api.vendor.InformationPages;
import org.torg.portal.look.Reader;

/** A vendor's page of information in the reader's words. */
public record VendorPage(InformationPages.Page page, Reader reader) {

    /** Where a vendor's page of this topic is. */
    public static String path(String vendor, Topic topic) {
        return "/vendors/" + vendor + "/" + topic.name().toLowerCase(Locale.ROOT);
    }

    public String path(Topic topic) {
        return path(page.vendor().id().value(), topic);
    }

    public boolean isEmpty() {
        return page.sections().isEmpty()
                && page.help().isEmpty()
                && page.figures().isEmpty()
                && page.deliveries().isEmpty()
                && page.payments().isEmpty()
                && page.contacts().isEmpty();
    }

    /** In the reader's language, else in English, else in any; empty for a guide without links. */
    public Optional<String> link(Guide guide) {
        Map<String, URI> links = guide.links();
        return Optional.ofNullable(links.get(reader.language()))
                .or(() -> Optional.ofNullable(links.get("en")))
                .or(() -> links.values().stream().sorted().findFirst())
                .map(URI::toString);
    }

    /** A parameter's value as people write it. */
    public String value(InformationPages.Figure figure) {
        return switch (figure.type()) {
            case AMOUNT -> reader.money(Money.parse(page.vendor().currency().getCode() + " " + figure.value()));
            case PERCENT -> reader.percent(new BigDecimal(figure.value()));
            case INTEGER, DECIMAL -> reader.number(new BigDecimal(figure.value()));
            case FLAG -> reader.text(Boolean.parseBoolean(figure.value()) ? "information.yes" : "information.no");
        };
    }

    /** The market's name; the whole world where there is none. */
    public String market(ContactPoint contact) {
        return contact.market()
                .map(code -> new Locale("", code).getDisplayCountry(reader.locale()))
                .orElseGet(() -> reader.text("information.world"));
    }

    /** Of a phone number what a phone can dial. */
    public static String dial(String phone) {
        return phone.replaceAll("[^0-9+]", "");
    }
}
