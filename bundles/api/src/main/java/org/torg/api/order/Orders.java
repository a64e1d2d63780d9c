package org.torg.api.order;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.account.Caller;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.pricing.LineId;
import org.torg.api.upload.Upload;
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.VendorId;

/** Placed orders. A foreign order answers as an unknown one. */
@ProviderType
public interface Orders {

    /**
     * Prices, reserves stock and stores the order with its events, in one transaction. Needs {@code ORDER_PLACE} for the
     * account. Refused, among others, with {@code price-agreement-missing}, {@code snapshot-invalid},
     * {@code snapshot-expired}, {@code snapshot-mismatch}, {@code price-changed} (of a vendor that prices anew after a change),
     * {@code total-differs}, {@code stock-insufficient},
     * {@code address-invalid}, {@code address-by-vendor} (D38), {@code phone-required}, {@code person-required} when a shared login
     * has not said whose order it is, {@code person-not-confirmed} (D10), {@code approval-required}, the objections of the vendor's cart rules, and for
     * articles that are configured {@code configuration-incomplete} and {@code configuration-conflicts}, which name lines and
     * questions, {@code configuration-none}, {@code configuration-empty}, {@code line-id-invalid}, {@code recipient-required}, {@code recipient-not-found}.
     * Files that answers name must be ready and of this place: {@code upload-not-found}, {@code upload-type-wrong}, {@code upload-other-recipient},
     * {@code upload-not-ready}, and why a file was refused; details point to each.
     * Answers about a recipient are in {@link #get} alone.
     */
    Outcome<Order> place(Caller caller, Optional<IdempotencyKey> key, PlaceOrder command);

    /** With the answers about recipients whom the caller may see; each look is audited. */
    Outcome<Order> get(Caller caller, OrderId id);

    /** Who sold it: whose words are those of its states and models. Without the look at recipients that {@link #get} is. */
    Outcome<VendorId> vendor(Caller caller, OrderId id);

    /** How the order's articles were configured, each model of that day once; understood without the vendor. */
    Outcome<List<ConfigurationModel>> models(Caller caller, OrderId id);

    /**
     * The files of the order's lines (D20), by line: for people of the ordering location who may see its uploads, and the vendor's
     * staff who may see patients; none for others who see the order. Their content is fetched by {@link org.torg.api.upload.Uploads#open}.
     */
    Outcome<List<LineFile>> files(Caller caller, OrderId id);

    /**
     * Those that the caller sees, the newest first. To ask for those of one recipient is a look at the recipient: refused with
     * {@code recipient-not-found} and {@code right-missing} as {@link org.torg.api.account.Recipients#get} is, and audited as it is.
     */
    Outcome<Page<OrderSummary>> find(Caller caller, OrderQuery query);

    /** Under which terms it was bought. Whoever sees the order sees them. */
    Outcome<Terms> terms(Caller caller, OrderId id);

    /** What was cancelled of an order and why, the oldest first. Whoever sees the order sees it. */
    Outcome<List<Cancellation>> cancellations(Caller caller, OrderId id);

    /** What {@link #get}, {@link #models}, {@link #cancellations} and {@link #terms} tell, of one reading of the order. */
    Outcome<Dossier> dossier(Caller caller, OrderId id);

    /** All that whoever sees an order sees of it. */
    record Dossier(Order order, List<ConfigurationModel> models, List<Cancellation> cancellations, Terms terms) {
        public Dossier {
            models = List.copyOf(models);
            cancellations = List.copyOf(cancellations);
        }

        /** Without people and what is about them. */
        @Override
        public String toString() {
            return "Dossier[" + order.id() + "]";
        }
    }

    /** Cancels parts of lines. Needs {@code ORDER_AMEND} for the vendor. */
    Outcome<Order> cancel(
            Caller caller,
            Optional<IdempotencyKey> key,
            OrderId id,
            Optional<Long> expectedVersion,
            OrderCommand.CancelLines command);

    /**
     * Moves an order along a declared transition of its vendor's workflow. Needs {@code ORDER_AMEND} for the vendor.
     * Refused with {@code order-closed}, {@code state-unknown}, {@code transition-not-declared},
     * {@code state-of-another-status}.
     *
     * @param state code of the vendor's state
     */
    Outcome<Order> move(
            Caller caller, Optional<IdempotencyKey> key, OrderId id, Optional<Long> expectedVersion, String state);

    /** @param line that was bought, and names the file in an answer */
    record LineFile(LineId line, Upload upload) {}
}
