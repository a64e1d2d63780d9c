package org.torg.rest;

import java.util.List;
import java.util.Optional;
import org.torg.api.IdempotencyKey;
import org.torg.api.Message;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts;
import org.torg.api.account.AddressId;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Location;
import org.torg.api.account.LocationId;
import org.torg.api.account.UserId;

/** One account. */
final class SmallAccounts implements Accounts {

    private final SmallMarket market;

    SmallAccounts(SmallMarket market) {
        this.market = market;
    }

    @Override
    public Outcome<Account> current(Caller caller) {
        return market.allowed(caller, Function.ACCOUNT_READ, Samples.account());
    }

    @Override
    public Outcome<Account> open(Caller caller, Optional<IdempotencyKey> key, Account account) {
        return absent();
    }

    @Override
    public Outcome<UserId> createUser(Caller caller, Optional<IdempotencyKey> key, NewUser user, char[] password) {
        return absent();
    }

    @Override
    public Outcome<Agreement> agree(Caller caller, Optional<IdempotencyKey> key, Agreement agreement) {
        return absent();
    }

    private static <T> Outcome<T> absent() {
        return Outcome.refused(Refusal.notFound("account"));
    }

    @Override
    public Outcome<Account> get(Caller caller, AccountId id) {
        return absent();
    }

    @Override
    public Outcome<Page<Summary>> find(Caller caller, Query query, PageRequest page) {
        return absent();
    }

    @Override
    public Outcome<Account> edit(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            Optional<Long> expectedVersion,
            Details details) {
        return absent();
    }

    @Override
    public Outcome<Account> putAddress(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            Optional<Long> expectedVersion,
            Optional<AddressId> address,
            NewAddress entry) {
        return absent();
    }

    @Override
    public Outcome<Account> removeAddress(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            Optional<Long> expectedVersion,
            AddressId address) {
        return absent();
    }

    @Override
    public Outcome<List<Location>> locations(Caller caller, AccountId id) {
        return absent();
    }

    @Override
    public Outcome<Location> addLocation(
            Caller caller, Optional<IdempotencyKey> key, AccountId id, NewLocation location) {
        return absent();
    }

    @Override
    public Outcome<Location> editLocation(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            LocationId location,
            Optional<Long> expectedVersion,
            NewLocation details) {
        return absent();
    }

    @Override
    public Outcome<Account> verify(
            Caller caller, Optional<IdempotencyKey> key, AccountId id, Optional<Long> expectedVersion) {
        return absent();
    }

    @Override
    public List<Message> warnings(Account account) {
        return List.of();
    }

    @Override
    public Outcome<List<Agreement>> agreements(Caller caller, AccountId id) {
        return absent();
    }
}
