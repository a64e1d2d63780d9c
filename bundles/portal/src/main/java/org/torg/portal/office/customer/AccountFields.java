package org.torg.portal.office.customer;

import java.util.List;
import java.util.Map;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.Details;
import org.torg.api.account.Accounts.NewAddress;
import org.torg.api.account.Accounts.NewLocation;
import org.torg.api.account.Address;
import org.torg.api.account.AddressId;
import org.torg.api.account.DeliveryAddress;
import org.torg.api.account.Location;
import org.torg.api.account.LocationId;
import org.torg.portal.page.AddressFields;
import org.torg.portal.page.Fields;

/** An account and what belongs to it, as forms say them. */
final class AccountFields {

    private AccountFields() {}

    /** A new one. Nothing can be ordered before its people have confirmed the details, where staff want it so (D04). */
    static Account opened(Fields form) {
        Address billing = AddressFields.read(form, "billing-");
        return new Account(
                new AccountId(""),
                form.typed("customerNumber").strip(),
                form.typed("name").strip(),
                form.text("organisationNumber"),
                billing.country(),
                form.typed("language"),
                billing,
                List.of(new DeliveryAddress(new AddressId("1"), billing.name(), billing, java.util.Optional.empty())),
                form.listed("invoiceEmails"),
                form.text("phone"),
                !form.has("confirms"),
                Map.of(),
                List.of(),
                1);
    }

    /** What the form leaves alone stays. */
    static Details details(Fields form, Account before) {
        return new Details(
                form.typed("name").strip(),
                form.text("organisationNumber"),
                form.typed("language"),
                AddressFields.read(form, "billing-"),
                form.listed("invoiceEmails"),
                form.text("phone"),
                before.preferences(),
                before.externalIds());
    }

    static Fields fill(Account account) {
        return AddressFields.fill(Fields.NONE, "billing-", account.billing())
                .with("name", account.name())
                .with("organisationNumber", account.organisationNumber().orElse(""))
                .with("language", account.language())
                .with("invoiceEmails", String.join(", ", account.invoiceEmails()))
                .with("phone", account.phone().orElse(""))
                .with(Fields.VERSION, Long.toString(account.version()));
    }

    static NewAddress entry(Fields form) {
        Address address = AddressFields.read(form, "address-");
        return new NewAddress(
                form.text("label").orElse(address.name()),
                address,
                form.text("location").map(LocationId::new),
                form.has("first"));
    }

    static Fields fill(DeliveryAddress entry, boolean first, long version) {
        Fields fields = AddressFields.fill(Fields.NONE, "address-", entry.address())
                .with("label", entry.label())
                .with("location", entry.location().map(LocationId::value).orElse(""))
                .with(Fields.VERSION, Long.toString(version));
        return first ? fields.with("first", "yes") : fields;
    }

    static NewLocation location(Fields form, boolean active, List<org.torg.api.ExternalId> externalIds) {
        return new NewLocation(
                form.typed("number").strip(),
                form.typed("name").strip(),
                AddressFields.read(form, "address-"),
                form.text("email"),
                form.text("phone"),
                active,
                externalIds);
    }

    static Fields fill(Location location) {
        Fields fields = AddressFields.fill(Fields.NONE, "address-", location.address())
                .with("number", location.number())
                .with("name", location.name())
                .with("email", location.email().orElse(""))
                .with("phone", location.phone().orElse(""))
                .with(Fields.VERSION, Long.toString(location.version()));
        return location.active() ? fields.with("active", "yes") : fields;
    }
}
