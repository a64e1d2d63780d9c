package org.torg.api.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.ExternalId;
import org.torg.api.IdempotencyKey;
import org.torg.api.Message;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.vendor.VendorId;

/** The buying companies, their locations, address books and agreements. A foreign account answers as an unknown one. */
@ProviderType
public interface Accounts {

    /** The account for which the caller acts. Refused with {@code account-not-found} when there is none. */
    Outcome<Account> current(Caller caller);

    /** Needs {@code ACCOUNT_READ} in it, or staff's for the tenant or a vendor that deals with it. */
    Outcome<Account> get(Caller caller, AccountId id);

    /** Staff's list, by name. Needs {@code ACCOUNT_READ} as staff. */
    Outcome<Page<Summary>> find(Caller caller, Query query, PageRequest page);

    /**
     * Opens an account, or answers the one that already has this customer number. Needs {@link Function#ACCOUNT_MANAGE}.
     *
     * @param account its id is ignored
     */
    Outcome<Account> open(Caller caller, Optional<IdempotencyKey> key, Account account);

    /**
     * Changes name, contact, billing address, preferences and external ids (L01, L05, L30, D11). Customers need
     * {@code ACCOUNT_EDIT} and change neither customer number nor organisation number, and the billing address only where the
     * vendors' {@code AccountPolicy} lets them ({@code address-by-vendor}); staff need {@code ACCOUNT_MANAGE}. At once, for
     * what comes; placed orders keep what they have.
     */
    Outcome<Account> edit(
            Caller caller, Optional<IdempotencyKey> key, AccountId id, Optional<Long> expectedVersion, Details details);

    /** Puts an entry into the address book (L02), or changes one. Refused with {@code address-by-vendor} (D38). */
    Outcome<Account> putAddress(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            Optional<Long> expectedVersion,
            Optional<AddressId> address,
            NewAddress entry);

    /** Refused with {@code last-address} for the only one. */
    Outcome<Account> removeAddress(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            Optional<Long> expectedVersion,
            AddressId address);

    /** By name. Those at which the caller has rights. */
    Outcome<List<Location>> locations(Caller caller, AccountId id);

    /** Creates a location (H16). Needs {@code ACCOUNT_MANAGE}. Refused with {@code location-number-taken}. */
    Outcome<Location> addLocation(Caller caller, Optional<IdempotencyKey> key, AccountId id, NewLocation location);

    /** Needs {@code ACCOUNT_MANAGE}. */
    Outcome<Location> editLocation(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            LocationId location,
            Optional<Long> expectedVersion,
            NewLocation details);

    /** Somebody of the company says that its details are right (D04). Needs {@code ACCOUNT_EDIT}. */
    Outcome<Account> verify(Caller caller, Optional<IdempotencyKey> key, AccountId id, Optional<Long> expectedVersion);

    /** What is doubtful about an account without being wrong, such as a number that its register would not give out. */
    List<Message> warnings(Account account);

    /** Of the account with each vendor that has agreed something with it. Needs {@code ACCOUNT_READ}. */
    Outcome<List<Agreement>> agreements(Caller caller, AccountId id);

    /** Sets tier, price groups and manager of an account with a vendor (L08, L10, L11). Needs {@link Function#ACCOUNT_MANAGE}. */
    Outcome<Agreement> agree(Caller caller, Optional<IdempotencyKey> key, Agreement agreement);

    /**
     * Creates a person who can sign in. Needs {@link Function#ACCOUNT_MANAGE} for the tenant; for set-up programs inside
     * the system, whose people set no password by a link. Refused with {@code email-taken}.
     */
    Outcome<UserId> createUser(Caller caller, Optional<IdempotencyKey> key, NewUser user, char[] password);

    /**
     * @param text in name, customer number, organisation number or external ids
     * @param manager only those looked after by this person (L11)
     */
    record Query(Optional<String> text, Optional<VendorId> vendor, Optional<UserId> manager) {}

    record Summary(
            AccountId id, String customerNumber, String name, Optional<String> organisationNumber, String city) {}

    /** What may be edited of an account; the rest stays. */
    record Details(
            String name,
            Optional<String> organisationNumber,
            String language,
            Address billing,
            List<String> invoiceEmails,
            Optional<String> phone,
            Map<String, String> preferences,
            List<ExternalId> externalIds) {}

    /** @param isDefault whether it comes first, and is taken when an order names none */
    record NewAddress(String label, Address address, Optional<LocationId> location, boolean isDefault) {}

    record NewLocation(
            String number,
            String name,
            Address address,
            Optional<String> email,
            Optional<String> phone,
            boolean active,
            List<ExternalId> externalIds) {}

    /**
     * @param email the user name, kept as written; compared without case
     * @param memberships the rights of this person
     */
    record NewUser(String email, String name, String language, Set<Membership> memberships) {
        public NewUser {
            memberships = Set.copyOf(memberships);
        }
    }
}
