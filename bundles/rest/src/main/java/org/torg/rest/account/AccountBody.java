package org.torg.rest.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.ExternalId;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.Details;
import org.torg.api.account.Accounts.NewAddress;
import org.torg.api.account.Accounts.NewLocation;
import org.torg.api.account.Address;
import org.torg.api.account.AddressId;
import org.torg.api.account.Agreement;
import org.torg.api.account.DeliveryAddress;
import org.torg.api.account.LocationId;
import org.torg.api.account.UserId;
import org.torg.api.vendor.VendorId;
import org.torg.rest.http.Faults;

/** What is sent to accounts. The kernel judges the details; here is seen that all is there and fits its type. */
public final class AccountBody {

    private static final int NAME = 200;
    private static final int EMAILS = 10;
    private static final int ADDRESSES = 200;
    private static final int PREFERENCES = 50;
    private static final int GROUPS = 50;

    private AccountBody() {}

    private static List<String> emails(Faults faults, Optional<List<String>> emails) {
        faults.required("/invoiceEmails", emails, List.of());
        return faults.each(
                "/invoiceEmails",
                emails,
                EMAILS,
                "emails-too-many",
                (at, email) -> faults.requiredText(at, Optional.of(email), 254));
    }

    private static Map<String, String> preferences(Faults faults, Optional<Map<String, String>> preferences) {
        return faults.entries(
                "/preferences", preferences, PREFERENCES, "preferences-too-many", (at, value) -> faults.note(
                                at, Optional.of(value), 500)
                        .orElse(""));
    }

    private static Address address(Faults faults, String at, Optional<AddressJson> address) {
        return faults.required(
                        at,
                        address,
                        new AddressJson(
                                Optional.of("-"),
                                Optional.empty(),
                                Optional.of("-"),
                                Optional.empty(),
                                Optional.of("0"),
                                Optional.of("-"),
                                Optional.of("NO")))
                .read(faults, at);
    }

    /** Opens an account. */
    public record NewAccountJson(
            Optional<String> customerNumber,
            Optional<String> name,
            Optional<String> organisationNumber,
            Optional<String> country,
            Optional<String> language,
            Optional<AddressJson> billing,
            Optional<List<NewAddressJson>> deliveries,
            Optional<List<String>> invoiceEmails,
            Optional<String> phone,
            Optional<Boolean> verified,
            Optional<Map<String, String>> preferences,
            Optional<List<ExternalIdJson>> externalIds) {

        Account read() {
            Faults faults = new Faults();
            Address bill = address(faults, "/billing", billing);
            List<DeliveryAddress> book = faults.each(
                    "/deliveries", deliveries, ADDRESSES, "addresses-too-many", (at, entry) -> entry.entry(faults, at));
            return faults.settle(new Account(
                    new AccountId(""),
                    faults.requiredText("/customerNumber", customerNumber, 40),
                    faults.requiredText("/name", name, NAME),
                    faults.text("/organisationNumber", organisationNumber, 40),
                    AddressJson.country(faults, "/country", country),
                    faults.requiredText("/language", language, 8),
                    bill,
                    book.isEmpty()
                            ? List.of(new DeliveryAddress(new AddressId("1"), bill.name(), bill, Optional.empty()))
                            : book,
                    emails(faults, invoiceEmails),
                    faults.text("/phone", phone, 40),
                    verified.orElse(true),
                    AccountBody.preferences(faults, preferences),
                    ExternalIdJson.read(faults, "/externalIds", externalIds),
                    1));
        }
    }

    /** All that may be edited of an account; what is left out is taken away. */
    public record AccountDetailsJson(
            Optional<String> name,
            Optional<String> organisationNumber,
            Optional<String> language,
            Optional<AddressJson> billing,
            Optional<List<String>> invoiceEmails,
            Optional<String> phone,
            Optional<Map<String, String>> preferences,
            Optional<List<ExternalIdJson>> externalIds) {

        Details read() {
            Faults faults = new Faults();
            return faults.settle(new Details(
                    faults.requiredText("/name", name, NAME),
                    faults.text("/organisationNumber", organisationNumber, 40),
                    faults.requiredText("/language", language, 8),
                    address(faults, "/billing", billing),
                    emails(faults, invoiceEmails),
                    faults.text("/phone", phone, 40),
                    AccountBody.preferences(faults, preferences),
                    ExternalIdJson.read(faults, "/externalIds", externalIds)));
        }
    }

    /** @param first whether it comes first, and is taken when an order names none */
    public record NewAddressJson(
            Optional<String> label, Optional<AddressJson> address, Optional<String> location, Optional<Boolean> first) {

        NewAddress read() {
            Faults faults = new Faults();
            DeliveryAddress entry = entry(faults, "");
            return faults.settle(new NewAddress(entry.label(), entry.address(), entry.location(), first.orElse(false)));
        }

        private DeliveryAddress entry(Faults faults, String at) {
            Address where = AccountBody.address(faults, at + "/address", address);
            return new DeliveryAddress(
                    new AddressId(""),
                    faults.text(at + "/label", label, 100).orElse(where.name()),
                    where,
                    faults.text(at + "/location", location, 64).map(LocationId::new));
        }
    }

    /** @param active true when left out */
    public record NewLocationJson(
            Optional<String> number,
            Optional<String> name,
            Optional<AddressJson> address,
            Optional<String> email,
            Optional<String> phone,
            Optional<Boolean> active,
            Optional<List<ExternalIdJson>> externalIds) {

        NewLocation read() {
            Faults faults = new Faults();
            List<ExternalId> ids = ExternalIdJson.read(faults, "/externalIds", externalIds);
            return faults.settle(new NewLocation(
                    faults.requiredText("/number", number, 40),
                    faults.requiredText("/name", name, NAME),
                    AccountBody.address(faults, "/address", address),
                    faults.text("/email", email, 254),
                    faults.text("/phone", phone, 40),
                    active.orElse(true),
                    ids));
        }
    }

    /** All that is agreed; what is left out is taken away. */
    public record NewAgreementJson(Optional<String> tier, Optional<List<String>> groups, Optional<String> manager) {

        Agreement read(AccountId account, VendorId vendor) {
            Faults faults = new Faults();
            List<String> names = faults.each(
                    "/groups",
                    groups,
                    GROUPS,
                    "groups-too-many",
                    (at, group) -> faults.requiredText(at, Optional.of(group), 40));
            return faults.settle(new Agreement(
                    account,
                    vendor,
                    faults.text("/tier", tier, 40),
                    new java.util.HashSet<>(names),
                    faults.text("/manager", manager, 64).map(UserId::new)));
        }
    }
}
