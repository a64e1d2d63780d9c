package org.torg.kernel.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.torg.api.Refusal;
import org.torg.api.Refusal.Detail;
import org.torg.api.account.Account;
import org.torg.api.account.Accounts.NewUser;
import org.torg.api.account.Address;

/** What accounts and people must be like before they are stored. */
final class AccountRules {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final Pattern CUSTOMER_NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,39}");
    /** A form, not a proof: whether mail arrives only mail can tell. The part before @ is the receiver's own affair (D08). */
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]+\\.[^\\s@\\p{Cntrl}]+");

    private static final int MAX_EMAIL = 254;

    private AccountRules() {}

    /** Why this account is not acceptable; empty when it is. */
    static Optional<Refusal> objection(Account account) {
        List<Detail> details = new ArrayList<>();
        require(CUSTOMER_NUMBER.matcher(account.customerNumber()).matches(), "/customerNumber", details);
        text(account.name(), 200, "/name", details);
        country(account.country(), "/country", details);
        require(LANGUAGE.matcher(account.language()).matches(), "/language", details);
        require(!account.invoiceEmails().isEmpty(), "/invoiceEmails", details);
        account.invoiceEmails().forEach(email -> email(email, "/invoiceEmails", details));
        account.phone().ifPresent(phone -> text(phone, 40, "/phone", details));
        address(account.billing(), "/billing", details);
        require(!account.deliveries().isEmpty(), "/deliveries", details);
        for (int i = 0; i < account.deliveries().size(); i++) {
            address(account.deliveries().get(i).address(), "/deliveries/" + i, details);
        }
        if (!details.isEmpty()) {
            return Optional.of(
                    Refusal.of(Refusal.Kind.UNPROCESSABLE, "account-invalid", "The account is not complete and right.")
                            .with(details));
        }
        return account.organisationNumber()
                .filter(number -> !OrganisationNumbers.plausible(account.country(), number))
                .map(number -> Refusal.of(
                                Refusal.Kind.UNPROCESSABLE,
                                "organisation-number-invalid",
                                "The organisation number is not valid in its country.")
                        .with(List.of(Refusal.detail(
                                "/organisationNumber", "organisation-number-invalid", "Check the digits."))));
    }

    /** Why this person is not acceptable; empty when it is. */
    static Optional<Refusal> objection(NewUser user, char[] password) {
        List<Detail> details = new ArrayList<>();
        email(user.email(), "/email", details);
        text(user.name(), 200, "/name", details);
        require(LANGUAGE.matcher(user.language()).matches(), "/language", details);
        require(!user.memberships().isEmpty(), "/memberships", details);
        if (!details.isEmpty()) {
            return Optional.of(
                    Refusal.of(Refusal.Kind.UNPROCESSABLE, "user-invalid", "The person's details are not right.")
                            .with(details));
        }
        if (password.length < PasswordHashes.MIN_LENGTH) {
            return Optional.of(Refusal.of(
                    Refusal.Kind.UNPROCESSABLE, "password-too-short", "The password needs at least 8 characters."));
        }
        if (password.length > PasswordHashes.MAX_LENGTH) {
            return Optional.of(Refusal.of(
                    Refusal.Kind.UNPROCESSABLE, "password-too-long", "The password may have 1000 characters."));
        }
        return Optional.empty();
    }

    private static void address(Address address, String field, List<Detail> details) {
        text(address.name(), 200, field + "/name", details);
        address.attention().ifPresent(attention -> text(attention, 200, field + "/attention", details));
        text(address.line1(), 200, field + "/line1", details);
        address.line2().ifPresent(line -> text(line, 200, field + "/line2", details));
        text(address.postcode(), 12, field + "/postcode", details);
        text(address.city(), 100, field + "/city", details);
        country(address.country(), field + "/country", details);
    }

    private static void country(String country, String field, List<Detail> details) {
        require(COUNTRIES.contains(country), field, details);
    }

    private static void email(String email, String field, List<Detail> details) {
        require(email.length() <= MAX_EMAIL && EMAIL.matcher(email).matches(), field, details);
    }

    private static void text(String text, int max, String field, List<Detail> details) {
        require(
                !text.isBlank() && text.length() <= max && text.chars().noneMatch(Character::isISOControl),
                field,
                details);
    }

    private static void require(boolean right, String field, List<Detail> details) {
        if (!right) {
            details.add(Refusal.detail(field, "value-invalid", "This is missing, too long or not of the right form."));
        }
    }
}
