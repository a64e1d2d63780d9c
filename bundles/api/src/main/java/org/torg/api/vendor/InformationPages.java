package org.torg.api.vendor;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.Message;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;
import org.torg.api.order.PaymentMethod;
import org.torg.api.vendor.Information.ContactPoint;
import org.torg.api.vendor.Information.Help;
import org.torg.api.vendor.Information.Leaflet.Section;
import org.torg.api.vendor.Information.Topic;

/** What vendors tell, joined with what is true today: for everybody, and without prices for strangers (L12). */
@ProviderType
public interface InformationPages {

    /**
     * A vendor's page. Anybody may read it; who has no {@code PRICE_READ} sees no amount on it. Refused with
     * {@code vendor-not-found}, {@code vendor-unavailable}, {@code vendor-failed}.
     */
    Outcome<Page> page(Caller caller, VendorId vendor, Topic topic);

    /**
     * Of the topic alone; the other lists are empty.
     *
     * @param figures numbers as they are today; empty for who sees no prices
     * @param deliveries of the modules that serve now, for each sort of goods
     * @param payments by which the caller's account may pay
     */
    record Page(
            VendorDescriptor vendor,
            Topic topic,
            List<Section> sections,
            List<Help> help,
            List<Figure> figures,
            List<Delivery> deliveries,
            List<Payment> payments,
            List<ContactPoint> contacts) {

        public Page {
            sections = List.copyOf(sections);
            help = List.copyOf(help);
            figures = List.copyOf(figures);
            deliveries = List.copyOf(deliveries);
            payments = List.copyOf(payments);
            contacts = List.copyOf(contacts);
        }
    }

    /** @param value as of {@link Parameters}, in the vendor's currency where it is an amount */
    record Figure(String key, Message label, ParameterDefinition.Type type, String value) {}

    /**
     * A way to deliver.
     *
     * @param amounts empty for who sees no prices
     */
    record Delivery(
            Goods goods,
            String code,
            Message name,
            boolean phoneRequired,
            int minDays,
            int maxDays,
            Optional<Amounts> amounts) {

        /**
         * @param freight without VAT
         * @param freeFrom goods after discounts, without VAT, from which on nothing is taken for the freight (L49)
         */
        public record Amounts(Money freight, Optional<Money> freeFrom) {}

        /** Of which the way depends. */
        public enum Goods {
            /** A light thing to a business in the vendor's first market, or where the caller's account is. */
            PARCEL,
            /** Something too big for the parcel service. */
            BULKY
        }
    }

    /**
     * @param dueDays from the date of the invoice
     * @param payee to whom is paid
     * @param bankAccount of the payee
     */
    record Payment(PaymentMethod method, int dueDays, String payee, String bankAccount) {}
}
