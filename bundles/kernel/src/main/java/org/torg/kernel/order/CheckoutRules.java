package org.torg.kernel.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.torg.api.Argument;
import org.torg.api.ExternalId;
import org.torg.api.Refusal;
import org.torg.api.Refusal.Detail;
import org.torg.api.order.Checkout;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.DeliveryChoice.Timing;
import org.torg.kernel.account.ContactRules;

/** What a checkout must look like before anything is asked of the database or the vendor, and what depends on the day. */
public final class CheckoutRules {
    private static final int REFERENCE = 100;
    private static final int NOTE = 2000;
    private static final int EXTERNAL_IDS = 20;
    private static final int MONTHS_AHEAD = 24;
    /** Days from the first to the last, both included: a longer period says nothing about when to deliver. */
    private static final int LONGEST_PERIOD = 31;

    private CheckoutRules() {}

    /** What is wrong with the stated parts by themselves; empty when nothing is. */
    static Optional<Refusal> shape(Checkout checkout) {
        List<Detail> faults = new ArrayList<>();
        checkout.delivery()
                .ifPresent(delivery -> faults.addAll(ContactRules.address(delivery.address(), "/delivery/address")));
        checkout.billing().ifPresent(billing -> faults.addAll(ContactRules.address(billing, "/billing")));
        checkout.contact().ifPresent(contact -> {
            ContactRules.email(contact.email(), "/contact/email").ifPresent(faults::add);
            contact.phone()
                    .flatMap(phone -> ContactRules.phone(phone, "/contact/phone"))
                    .ifPresent(faults::add);
        });
        checkout.purchaseOrderReference()
                .filter(reference -> !isText(reference, REFERENCE))
                .ifPresent(reference -> faults.add(Refusal.detail(
                        "/purchaseOrderReference",
                        "reference-invalid",
                        "A reference has 1 to {0} characters.",
                        Argument.number(REFERENCE))));
        checkout.note()
                .filter(note -> note.length() > NOTE || note.indexOf('\0') >= 0)
                .ifPresent(note -> faults.add(Refusal.detail(
                        "/note", "note-invalid", "A note has at most {0} characters.", Argument.number(NOTE))));
        boolean idsValid = checkout.externalIds().size() <= EXTERNAL_IDS
                && checkout.externalIds().stream().allMatch(CheckoutRules::isValid);
        if (!idsValid) {
            faults.add(Refusal.detail(
                    "/externalIds",
                    "external-id-invalid",
                    "At most {0} external ids with a short system and value.",
                    Argument.number(EXTERNAL_IDS)));
        }
        return refusal(faults);
    }

    /** The same for a cart's delivery. */
    public static Optional<Refusal> shape(DeliveryChoice delivery) {
        return refusal(ContactRules.address(delivery.address(), "/address"));
    }

    /**
     * Whether goods can be delivered there and then (L38-L40).
     *
     * @param markets countries to which the vendor delivers
     * @param today in the seller's zone
     * @param pointer where the delivery stands in the input
     */
    public static Optional<Refusal> possible(
            DeliveryChoice delivery, List<String> markets, LocalDate today, String pointer) {
        List<Detail> faults = new ArrayList<>();
        if (!markets.contains(delivery.address().country())) {
            faults.add(Refusal.detail(
                    pointer + "/address/country",
                    "country-not-served",
                    "There is no delivery to {0}.",
                    Argument.text(delivery.address().country())));
        }
        if (delivery.timing() instanceof Timing.Requested period) {
            if (period.to().isBefore(period.from())) {
                faults.add(
                        Refusal.detail(pointer + "/timing", "date-range-invalid", "The period ends before it begins."));
            } else if (period.from().isBefore(today)) {
                faults.add(Refusal.detail(
                        pointer + "/timing/from", "date-past", "The requested delivery lies in the past."));
            } else if (period.to().isAfter(today.plusMonths(MONTHS_AHEAD))) {
                faults.add(Refusal.detail(
                        pointer + "/timing/to",
                        "date-too-far",
                        "A delivery can be requested up to {0} months ahead.",
                        Argument.number(MONTHS_AHEAD)));
            } else if (period.to().isAfter(period.from().plusDays(LONGEST_PERIOD - 1))) {
                faults.add(Refusal.detail(
                        pointer + "/timing/to",
                        "date-range-too-long",
                        "A period has at most {0} days.",
                        Argument.number(LONGEST_PERIOD)));
            } else if (!WorkingDays.after(period.from(), 0).isBefore(period.to().plusDays(1))) {
                faults.add(Refusal.detail(
                        pointer + "/timing",
                        "date-not-working",
                        "Nothing is delivered on these days. Choose a working day."));
            }
        }
        return refusal(faults);
    }

    private static boolean isValid(ExternalId id) {
        return isText(id.system(), 40) && isText(id.value(), 100);
    }

    private static boolean isText(String value, int most) {
        return !value.isBlank() && value.length() <= most && value.chars().noneMatch(Character::isISOControl);
    }

    /** Named after the first fault, with all of them. */
    private static Optional<Refusal> refusal(List<Detail> faults) {
        return faults.stream()
                .findFirst()
                .map(first -> new Refusal(Refusal.Kind.UNPROCESSABLE, first.code(), first.message(), faults));
    }
}
