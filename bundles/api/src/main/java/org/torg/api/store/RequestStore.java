package org.torg.api.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.account.AccountId;
import org.torg.api.account.CustomerRequests.State;
import org.torg.api.account.UserId;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;

/** What customers ask for, and who wants to become one. What people have written comes and goes sealed. */
@ProviderType
public interface RequestStore {

    /** Violates a unique key when there is an open one with the same open key. */
    default void insert(Tx tx, RequestRow request) {
        insert(tx, request, Optional.empty());
    }

    /** @param addresses of a form without a login: by which it is found */
    void insert(Tx tx, RequestRow request, Optional<AddressKeys> addresses);

    Optional<RequestRow> request(Tx tx, String id);

    /** The newest first. */
    List<RequestRow> find(Tx tx, Filter filter, Optional<String> beforeId, int limit);

    /** How many of this kind are open for the account. */
    int open(Tx tx, AccountId account, String kind);

    /** Whether there is an open one with this key. */
    boolean isOpen(Tx tx, String openKey);

    /**
     * Stores a step, and the state that it leaves. Throws {@code StoreException} of the kind {@code CONFLICT} when the request
     * has another version than {@code before}.
     */
    void step(Tx tx, RequestRow before, Optional<UserId> matched, StepRow step);

    /** Those that this person has asked or that are about the person. */
    List<RequestRow> about(Tx tx, UserId person);

    /** Forms without a login in which one of these addresses stands. */
    List<RequestRow> ofAddress(Tx tx, Collection<String> addressKeys);

    void delete(Tx tx, String id);

    /** By whom an account is served: the vendors that have agreed something with it. */
    List<VendorId> vendors(Tx tx, AccountId account);

    /** Whether the person belongs to an account that is served by one of these vendors, or by none yet. */
    boolean isServed(Tx tx, UserId person, Collection<VendorId> vendors);

    /** To whom a mail about a request goes. */
    Optional<Addressee> addressee(Tx tx, UserId person);

    /** The oldest account with this number of the country's company register. */
    Optional<AccountId> company(Tx tx, String country, String organisationNumber);

    default void insert(Tx tx, RegistrationRow registration) {
        insert(tx, registration, Optional.empty());
    }

    /** @param addressKey keyed hash of the address, by which it is found */
    void insert(Tx tx, RegistrationRow registration, Optional<String> addressKey);

    /** Those to these addresses. */
    List<RegistrationRow> registrations(Tx tx, Collection<String> addressKeys);

    /**
     * Those that have not expired, the newest first, at most {@code limit}.
     *
     * @param vendors with one of these; empty optional: with any
     */
    List<RegistrationRow> registrations(
            Tx tx, Optional<List<VendorId>> vendors, Instant now, Optional<String> beforeId, int limit);

    Optional<RegistrationRow> registration(Tx tx, String id);

    void deleteRegistration(Tx tx, String id);

    /**
     * @param kind in kebab case, such as {@code new-location}
     * @param content sealed
     * @param actingFor in whose name it was asked
     * @param matched whom it is about, as staff have found out
     * @param openKey while it is open no other may have the same
     * @param log the oldest first
     */
    record RequestRow(
            String id,
            String kind,
            String content,
            Optional<VendorId> vendor,
            Optional<AccountId> account,
            Optional<UserId> by,
            Optional<UserId> actingFor,
            Optional<UserId> matched,
            State state,
            Instant askedAt,
            long version,
            String openKey,
            List<StepRow> log) {
        public RequestRow {
            log = List.copyOf(log);
        }
    }

    /**
     * @param reason what somebody has written, sealed
     * @param note what the system has to say, without personal data
     */
    record StepRow(Instant at, Optional<UserId> by, State state, Optional<String> reason, Optional<String> note) {}

    /**
     * Which requests are wanted: those of a person, or of an account, or of vendors; what none of them names is left out.
     *
     * @param by asked by this person, in that account or in none
     * @param account asked in this account
     * @param vendors addressed to one of these, or asked in an account that one of them serves, or none yet; empty: to nobody
     * @param all whoever has asked
     */
    record Filter(
            Optional<UserId> by,
            Optional<AccountId> within,
            Optional<AccountId> account,
            List<VendorId> vendors,
            boolean all,
            Optional<State> state) {
        public Filter {
            vendors = List.copyOf(vendors);
        }
    }

    record Addressee(UserId id, String email, String name, String language) {
        @Override
        public String toString() {
            return "Addressee[" + id + "]";
        }
    }

    /**
     * Keyed hashes of the e-mails of a form.
     *
     * @param known the one on file
     * @param wanted the new one
     */
    record AddressKeys(String known, String wanted) {}

    /** @param content sealed */
    record RegistrationRow(String id, VendorId vendor, String content, Instant createdAt, Instant expiresAt) {}
}
