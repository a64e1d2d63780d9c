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
import org.torg.api.vendor.AccountPolicy;
import org.torg.api.vendor.VendorId;

/**
 * The buying companies, their locations, address books and agreements. A foreign account answers as an unknown one.
 *
 * <p>An account is the business of its own people, of the tenant's staff, and of the staff of each vendor that has an
 * agreement with it; as long as none has, of every vendor's staff. Whoever has rights at some locations only is shown, of the
 * address book, the entries of these and those of the account as a whole. Of these there is always one.
 *
 * <p>A repeat is answered with how things stand now. Refused with {@code version-changed} when somebody else has changed
 * the thing since the caller has seen it.
 */
@ProviderType
public interface Accounts {

    /**
     * The account for which the caller acts; entries of the chosen location stand first in its address book. Refused with
     * {@code account-not-found} when there is none.
     */
    Outcome<Account> current(Caller caller);

    /** Needs {@code ACCOUNT_READ} in it or at one of its locations, or staff's for the tenant or a vendor that deals with it. */
    Outcome<Account> get(Caller caller, AccountId id);

    /** Staff's list, by name: those that are theirs to see. Needs {@code ACCOUNT_READ} as staff. Refused with {@code cursor-invalid}. */
    Outcome<Page<Summary>> find(Caller caller, Query query, PageRequest page);

    /**
     * Those to which a person with this e-mail belongs, or is invited, by name: the first 100 that are the caller's to see, and
     * nothing that tells of others. The whole address; capitals do not count. Needs {@code ACCOUNT_READ} as staff.
     */
    Outcome<List<Summary>> ofPerson(Caller caller, String email);

    /**
     * Opens an account, or answers the one that already has this customer number. Needs {@link Function#ACCOUNT_MANAGE} for the
     * tenant or a vendor. Refused with {@code account-invalid}, {@code organisation-number-invalid}, and with
     * {@code customer-number-taken} where the one that has it is not the caller's to see.
     *
     * @param account its id, its version and the ids of its addresses are ignored
     */
    Outcome<Account> open(Caller caller, Optional<IdempotencyKey> key, Account account);

    /**
     * Changes name, contact, billing address, preferences and external ids (L01, L05, L30, D11). Customers need
     * {@code ACCOUNT_EDIT} for the whole account and change neither customer number nor organisation number
     * ({@code organisation-number-by-vendor}), and the billing address only where the vendors' {@code AccountPolicy} lets them
     * ({@code address-by-vendor}); staff need {@code ACCOUNT_MANAGE}. At once, for what comes; placed orders keep what they
     * have. Refused with {@code account-invalid}, {@code organisation-number-invalid}.
     */
    Outcome<Account> edit(
            Caller caller, Optional<IdempotencyKey> key, AccountId id, Optional<Long> expectedVersion, Details details);

    /**
     * Puts an entry into the address book (L02), or changes one. Customers need {@code ACCOUNT_EDIT}, at the location of the
     * entry at least; staff need {@code ACCOUNT_MANAGE}. Refused with {@code address-by-vendor} (D38),
     * {@code address-invalid}, {@code address-not-found}, {@code location-not-found}, {@code too-many-addresses} above 200,
     * and with {@code last-address} where no entry would be left for the account as a whole.
     */
    Outcome<Account> putAddress(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            Optional<Long> expectedVersion,
            Optional<AddressId> address,
            NewAddress entry);

    /** As {@link #putAddress}. Refused with {@code last-address} for the only one of the account as a whole. */
    Outcome<Account> removeAddress(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            Optional<Long> expectedVersion,
            AddressId address);

    /**
     * Who changes the addresses of the account, by the vendors with which it deals: what {@link #edit} and {@link #putAddress}
     * go by for customers (D38). Needs what {@link #get} needs.
     */
    Outcome<AccountPolicy.Addresses> addressPolicy(Caller caller, AccountId id);

    /** By name. Those at which the caller has rights; all for staff. */
    Outcome<List<Location>> locations(Caller caller, AccountId id);

    /**
     * Creates a location (H16). Needs {@code ACCOUNT_MANAGE}. Refused with {@code location-number-taken},
     * {@code location-invalid}, {@code too-many-locations} above 1,000.
     */
    Outcome<Location> addLocation(Caller caller, Optional<IdempotencyKey> key, AccountId id, NewLocation location);

    /** Needs {@code ACCOUNT_MANAGE}. Refused as {@link #addLocation}, and with {@code location-not-found}. */
    Outcome<Location> editLocation(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            LocationId location,
            Optional<Long> expectedVersion,
            NewLocation details);

    /** Somebody of the company says that its details are right (D04): until then nothing can be ordered. Needs {@code ACCOUNT_EDIT}. */
    Outcome<Account> verify(Caller caller, Optional<IdempotencyKey> key, AccountId id, Optional<Long> expectedVersion);

    /** What is doubtful about an account without being wrong, such as a number that its register would not give out. */
    List<Message> warnings(Account account);

    /**
     * Of the account with each vendor that has agreed something with it; staff of a vendor see that with theirs alone. Needs
     * {@code ACCOUNT_READ}.
     */
    Outcome<List<Agreement>> agreements(Caller caller, AccountId id);

    /** Who looks after the account at each vendor (L11), as {@link #agreements}: those who are active. */
    Outcome<List<Consultant>> managers(Caller caller, AccountId id);

    /**
     * Sets tier, price groups and manager of an account with a vendor (L08, L10, L11). Needs {@link Function#ACCOUNT_MANAGE}
     * for the vendor. Refused with {@code tier-unknown}, {@code group-invalid}, and with {@code manager-unknown} unless the
     * manager is an active person of the vendor's or the tenant's staff.
     */
    Outcome<Agreement> agree(Caller caller, Optional<IdempotencyKey> key, Agreement agreement);

    /**
     * Creates a person who can sign in. Needs {@link Function#ACCOUNT_MANAGE} for the tenant, and
     * {@link Function#USER_MANAGE} for somebody of the staff; for set-up programs inside the system, whose people set no
     * password by a link. Refused with {@code email-taken}, and as {@link Passwords} says.
     */
    Outcome<UserId> createUser(Caller caller, Optional<IdempotencyKey> key, NewUser user, char[] password);

    /**
     * @param text words, each the beginning of one in name, customer number, organisation number or external ids
     * @param manager only those looked after by this person (L11)
     */
    record Query(Optional<String> text, Optional<VendorId> vendor, Optional<UserId> manager) {}

    /** A person of a vendor's staff, as customers are told of them. */
    record Consultant(VendorId vendor, UserId user, String name, String email) {}

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
