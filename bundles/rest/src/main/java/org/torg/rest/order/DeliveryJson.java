package org.torg.rest.order;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.torg.api.account.Address;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.pricing.Destination;
import org.torg.rest.account.AddressJson;
import org.torg.rest.http.Faults;
import org.torg.rest.http.Words;
import org.torg.rest.pricing.PriceRequestJson;

/**
 * Where and how goods are delivered.
 *
 * @param address the account's first delivery address when absent
 * @param kind {@code business} when absent
 * @param option the first one when absent
 * @param timing in parts when absent
 */
public record DeliveryJson(
        Optional<AddressJson> address, Optional<String> kind, Optional<String> option, Optional<TimingJson> timing) {

    /** @param type {@code complete}, {@code in-parts}, or {@code requested} with both dates (L39, L40) */
    public record TimingJson(Optional<String> type, Optional<String> from, Optional<String> to) {

        private DeliveryChoice.Timing read(Faults faults, String at) {
            String kind = faults.required(at + "/type", type, "in-parts");
            if (kind.equals("requested")) {
                return period(faults, at);
            }
            faults.holds(from.isEmpty() && to.isEmpty(), at, "timing-invalid", "Only a requested delivery has dates.");
            faults.holds(
                    kind.equals("complete") || kind.equals("in-parts"),
                    at + "/type",
                    "word-unknown",
                    "This must be complete, in-parts or requested.");
            return kind.equals("complete") ? new DeliveryChoice.Timing.Complete() : new DeliveryChoice.Timing.InParts();
        }

        private DeliveryChoice.Timing period(Faults faults, String at) {
            LocalDate first = faults.required(at + "/from", faults.day(at + "/from", from), LocalDate.MIN);
            LocalDate last = faults.required(at + "/to", faults.day(at + "/to", to), LocalDate.MAX);
            faults.holds(!last.isBefore(first), at + "/to", "date-invalid", "The period ends before it begins.");
            return new DeliveryChoice.Timing.Requested(first, last);
        }

        static TimingJson of(DeliveryChoice.Timing timing) {
            if (timing instanceof DeliveryChoice.Timing.Requested period) {
                return new TimingJson(
                        Optional.of("requested"),
                        Optional.of(period.from().toString()),
                        Optional.of(period.to().toString()));
            }
            String type = timing instanceof DeliveryChoice.Timing.Complete ? "complete" : "in-parts";
            return new TimingJson(Optional.of(type), Optional.empty(), Optional.empty());
        }
    }

    public static DeliveryJson of(DeliveryChoice delivery) {
        return new DeliveryJson(
                Optional.of(AddressJson.of(delivery.address())),
                Optional.of(Words.of(delivery.kind())),
                delivery.option(),
                Optional.of(TimingJson.of(delivery.timing())));
    }

    /** @param standard the address when none is stated; asked for only then, and when nothing was wrong before */
    public DeliveryChoice read(Faults faults, String at, Supplier<Address> standard) {
        Destination.Kind to =
                faults.word(at + "/kind", kind, Destination.Kind.class).orElse(Destination.Kind.BUSINESS);
        Optional<String> code = PriceRequestJson.option(faults, at + "/option", option);
        DeliveryChoice.Timing when =
                timing.map(stated -> stated.read(faults, at + "/timing")).orElse(new DeliveryChoice.Timing.InParts());
        Address where = address.map(stated -> stated.read(faults, at + "/address"))
                .orElseGet(() -> faults.settle(standard).get());
        return new DeliveryChoice(where, to, code, when);
    }
}
