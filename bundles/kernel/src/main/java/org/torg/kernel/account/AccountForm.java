package org.torg.kernel.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.torg.api.ExternalId;
import org.torg.api.Refusal;
import org.torg.api.Refusal.Detail;
import org.torg.api.account.Account;
import org.torg.api.account.Accounts.Details;
import org.torg.api.account.Accounts.NewAddress;
import org.torg.api.account.Accounts.NewLocation;

/** What accounts, entries of address books and locations must be like before they are stored. */
final class AccountForm {

    private static final Pattern CUSTOMER_NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,39}");
    private static final Pattern PREFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");
    private static final int PREFERENCES = 50;
    private static final int PREFERENCE_LENGTH = 500;
    private static final int EXTERNAL_IDS = 20;
    private static final int EMAILS = 10;
    private static final int LABEL = 100;
    private static final int NAME = 200;
    private static final int NUMBER = 40;

    private AccountForm() {}

    /** Why this account cannot be opened; empty when it can. */
    static Optional<Refusal> objection(Account account) {
        List<Detail> faults = new ArrayList<>();
        require(CUSTOMER_NUMBER.matcher(account.customerNumber()).matches(), "/customerNumber", faults);
        ContactRules.country(account.country(), "/country").ifPresent(faults::add);
        require(
                !account.deliveries().isEmpty() && account.deliveries().size() <= AddressBook.MOST,
                "/deliveries",
                faults);
        for (int i = 0; i < account.deliveries().size(); i++) {
            String at = "/deliveries/" + i;
            ContactRules.text(account.deliveries().get(i).label(), LABEL, at + "/label")
                    .ifPresent(faults::add);
            faults.addAll(ContactRules.address(account.deliveries().get(i).address(), at + "/address"));
            require(account.deliveries().get(i).location().isEmpty(), at + "/location", faults);
        }
        faults.addAll(faults(AccountChange.details(account)));
        return invalid("account-invalid", "The account is not complete and right.", faults)
                .or(() -> number(account.country(), account.organisationNumber()));
    }

    /** Why an account of this country cannot be so; empty when it can. */
    static Optional<Refusal> objection(String country, Details details) {
        return invalid("account-invalid", "The account is not complete and right.", faults(details))
                .or(() -> number(country, details.organisationNumber()));
    }

    /** As it is stored. */
    static Details normal(String country, Details details) {
        return new Details(
                details.name().strip(),
                details.organisationNumber().flatMap(number -> OrganisationNumbers.digits(country, number)),
                details.language(),
                details.billing(),
                details.invoiceEmails(),
                details.phone(),
                details.preferences(),
                details.externalIds());
    }

    private static List<Detail> faults(Details details) {
        List<Detail> faults = new ArrayList<>();
        ContactRules.text(details.name(), NAME, "/name").ifPresent(faults::add);
        ContactRules.language(details.language(), "/language").ifPresent(faults::add);
        faults.addAll(ContactRules.address(details.billing(), "/billing"));
        List<String> emails = details.invoiceEmails();
        require(!emails.isEmpty() && emails.size() <= EMAILS, "/invoiceEmails", faults);
        for (int i = 0; i < emails.size(); i++) {
            ContactRules.email(emails.get(i), "/invoiceEmails/" + i).ifPresent(faults::add);
        }
        details.phone().flatMap(phone -> ContactRules.phone(phone, "/phone")).ifPresent(faults::add);
        require(details.preferences().size() <= PREFERENCES, "/preferences", faults);
        for (Map.Entry<String, String> preference : details.preferences().entrySet()) {
            require(
                    PREFERENCE.matcher(preference.getKey()).matches()
                            && preference.getValue().length() <= PREFERENCE_LENGTH
                            && preference.getValue().indexOf('\0') < 0,
                    "/preferences",
                    faults);
        }
        externalIds(details.externalIds(), faults);
        return faults;
    }

    static Optional<Refusal> objection(NewAddress entry) {
        List<Detail> faults = new ArrayList<>();
        ContactRules.text(entry.label(), LABEL, "/label").ifPresent(faults::add);
        faults.addAll(ContactRules.address(entry.address(), "/address"));
        return invalid("address-invalid", "The address is not complete and right.", faults);
    }

    static Optional<Refusal> objection(NewLocation location) {
        List<Detail> faults = new ArrayList<>();
        ContactRules.text(location.number(), NUMBER, "/number").ifPresent(faults::add);
        ContactRules.text(location.name(), NAME, "/name").ifPresent(faults::add);
        faults.addAll(ContactRules.address(location.address(), "/address"));
        location.email().flatMap(email -> ContactRules.email(email, "/email")).ifPresent(faults::add);
        location.phone().flatMap(phone -> ContactRules.phone(phone, "/phone")).ifPresent(faults::add);
        externalIds(location.externalIds(), faults);
        return invalid("location-invalid", "The location is not complete and right.", faults);
    }

    private static void externalIds(List<ExternalId> ids, List<Detail> faults) {
        require(ids.size() <= EXTERNAL_IDS, "/externalIds", faults);
        for (int i = 0; i < ids.size(); i++) {
            ContactRules.text(ids.get(i).system(), 40, "/externalIds/" + i + "/system")
                    .ifPresent(faults::add);
            ContactRules.text(ids.get(i).value(), 100, "/externalIds/" + i + "/value")
                    .ifPresent(faults::add);
        }
    }

    private static Optional<Refusal> number(String country, Optional<String> written) {
        return written.filter(
                        number -> OrganisationNumbers.digits(country, number).isEmpty())
                .map(number -> Refusal.of(
                                Refusal.Kind.UNPROCESSABLE,
                                "organisation-number-invalid",
                                "The organisation number is not valid in its country.")
                        .with(List.of(Refusal.detail(
                                "/organisationNumber", "organisation-number-invalid", "Check the digits."))));
    }

    private static Optional<Refusal> invalid(String code, String english, List<Detail> faults) {
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(Refusal.Kind.UNPROCESSABLE, code, english).with(faults));
    }

    private static void require(boolean right, String field, List<Detail> faults) {
        if (!right) {
            faults.add(Refusal.detail(field, "value-invalid", "This is missing, too long or not of the right form."));
        }
    }
}
