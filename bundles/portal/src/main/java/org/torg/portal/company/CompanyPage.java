package org.torg.portal.company;

import java.util.List;
import java.util.Optional;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.Accounts.Consultant;
import org.torg.api.account.Caller;
import org.torg.api.account.CustomerRequests.Content;
import org.torg.api.account.CustomerRequests.CustomerRequest;
import org.torg.api.account.CustomerRequests.Step;
import org.torg.api.account.DeliveryAddress;
import org.torg.api.account.Function;
import org.torg.api.account.Location;
import org.torg.api.account.LocationId;
import org.torg.api.pricing.PriceTag;
import org.torg.api.vendor.AccountPolicy.Addresses;
import org.torg.api.vendor.VendorId;
import org.torg.portal.look.Reader;

/**
 * What the company's page shows.
 *
 * @param policy who changes the addresses (D38)
 * @param asked what was asked for, decided or not
 */
public record CompanyPage(
        Caller caller,
        Account account,
        List<Location> locations,
        Addresses policy,
        List<Stall> stalls,
        List<CustomerRequest> asked,
        Optional<Refusal> refusal) {

    /**
     * @param tier with the vendor's word for it; empty where there are none
     * @param manager who looks after the company (L11)
     */
    public record Stall(VendorId vendor, Optional<PriceTag.TierTag> tier, Optional<Consultant> manager) {}

    /** Whether the person may change the company's own details. */
    public boolean mayEdit() {
        return Ours.may(caller, Function.ACCOUNT_EDIT);
    }

    public boolean mayManagePeople() {
        return Ours.may(caller, Function.USER_MANAGE);
    }

    /** Whether the person may put something into the address book at all. */
    public boolean mayAddAddress() {
        return policy == Addresses.AT_ONCE
                && (mayEdit()
                        || locations.stream()
                                .anyMatch(location ->
                                        Ours.may(caller, Function.ACCOUNT_EDIT, Optional.of(location.id()))));
    }

    public boolean mayChange(DeliveryAddress entry) {
        return policy == Addresses.AT_ONCE && Ours.may(caller, Function.ACCOUNT_EDIT, entry.location());
    }

    /** Why there is no button: whose the addresses are, or what right is missing. */
    public Optional<String> whyNoAddress() {
        return switch (policy) {
            case BY_VENDOR -> Optional.of("company.addresses.by-vendor");
            case PER_ORDER -> Optional.of("company.addresses.per-order");
            case AT_ONCE -> mayAddAddress() ? Optional.empty() : Optional.of("company.addresses.no-right");
        };
    }

    public Optional<String> location(LocationId id) {
        return locations.stream()
                .filter(location -> location.id().equals(id))
                .map(Location::name)
                .findFirst();
    }

    /** What was asked, in a sentence. */
    public static String words(Reader reader, Content content) {
        if (content instanceof Content.NewLocation location) {
            return reader.text("asked.new-location", location.name());
        }
        if (content instanceof Content.NewEmail change) {
            return reader.text("asked.new-email", change.email());
        }
        if (content instanceof Content.Correction correction) {
            return reader.text("asked.correction", correction.text());
        }
        if (content instanceof Content.Joining joining) {
            return reader.text("asked.joining", joining.name(), joining.email());
        }
        if (content instanceof Content.Erasure) {
            return reader.text("asked.erasure");
        }
        return reader.text("asked.email-on-file");
    }

    /** Why it was decided as it was, where somebody has said so. */
    public static Optional<String> reason(CustomerRequest request) {
        return request.log().stream()
                .reduce((earlier, later) -> later)
                .map(Step::reason)
                .filter(reason -> !reason.isBlank());
    }

    public static String tone(CustomerRequest request) {
        return switch (request.state()) {
            case OPEN -> "info";
            case APPROVED -> "ok";
            case DECLINED -> "idle";
        };
    }
}
