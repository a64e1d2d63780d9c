package org.torg.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.torg.api.ExternalId;
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
import org.torg.api.vendor.AccountPolicy;

/** One account with one location; notes what it was asked for. */
final class SmallAccounts implements Accounts {

    private final SmallMarket market;
    private final List<Object> asked = new ArrayList<>();

    SmallAccounts(SmallMarket market) {
        this.market = market;
    }

    /** Each key, version and body, in their order. */
    List<Object> asked() {
        return asked;
    }

    private static Location location() {
        return new Location(
                new LocationId("location-1"),
                Samples.ACCOUNT,
                "1",
                "Oslo",
                Samples.ADDRESS,
                Optional.of("oslo@example.com"),
                Optional.of("+4722000000"),
                true,
                List.of(new ExternalId("gln", "7080000000000")),
                3);
    }

    private <T> Outcome<T> of(Caller caller, Function function, AccountId id, T value) {
        return id.equals(Samples.ACCOUNT)
                ? market.allowed(caller, function, value)
                : Outcome.refused(Refusal.notFound("account"));
    }

    private <T> Outcome<T> command(
            Caller caller,
            Function function,
            AccountId id,
            Optional<IdempotencyKey> key,
            Optional<Long> expected,
            Object body,
            T value) {
        key.ifPresent(asked::add);
        asked.add(body);
        return expected.filter(version -> version != 1).isPresent()
                ? Outcome.refused(Refusal.of(
                        Refusal.Kind.PRECONDITION, "version-changed", "It was changed meanwhile; read it again."))
                : of(caller, function, id, value);
    }

    @Override
    public Outcome<Account> current(Caller caller) {
        return market.allowed(caller, Function.ACCOUNT_READ, Samples.account());
    }

    @Override
    public Outcome<Account> get(Caller caller, AccountId id) {
        return of(caller, Function.ACCOUNT_READ, id, Samples.account());
    }

    @Override
    public Outcome<Page<Summary>> find(Caller caller, Query query, PageRequest page) {
        asked.add(query);
        asked.add(page);
        Summary summary = new Summary(Samples.ACCOUNT, "10042", "Fjord Elektro AS", Optional.of("123456785"), "Oslo");
        return market.allowed(
                caller, Function.ACCOUNT_READ, new Page<>(List.of(summary), Optional.of("account-1 fjord elektro as")));
    }

    @Override
    public Outcome<List<Summary>> ofPerson(Caller caller, String email) {
        return market.allowed(caller, Function.ACCOUNT_READ, List.of());
    }

    @Override
    public Outcome<Account> open(Caller caller, Optional<IdempotencyKey> key, Account account) {
        return command(
                caller,
                Function.ACCOUNT_MANAGE,
                Samples.ACCOUNT,
                key,
                Optional.empty(),
                account,
                account.withId(Samples.ACCOUNT));
    }

    @Override
    public Outcome<UserId> createUser(Caller caller, Optional<IdempotencyKey> key, NewUser user, char[] password) {
        return Outcome.refused(Refusal.notFound("account"));
    }

    @Override
    public Outcome<Account> edit(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            Optional<Long> expectedVersion,
            Details details) {
        return command(caller, Function.ACCOUNT_EDIT, id, key, expectedVersion, details, Samples.account());
    }

    @Override
    public Outcome<Account> putAddress(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            Optional<Long> expectedVersion,
            Optional<AddressId> address,
            NewAddress entry) {
        address.ifPresent(asked::add);
        return command(caller, Function.ACCOUNT_EDIT, id, key, expectedVersion, entry, Samples.account());
    }

    @Override
    public Outcome<Account> removeAddress(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            Optional<Long> expectedVersion,
            AddressId address) {
        return command(caller, Function.ACCOUNT_EDIT, id, key, expectedVersion, address, Samples.account());
    }

    @Override
    public Outcome<AccountPolicy.Addresses> addressPolicy(Caller caller, AccountId id) {
        return of(caller, Function.ACCOUNT_READ, id, AccountPolicy.Addresses.AT_ONCE);
    }

    @Override
    public Outcome<List<Location>> locations(Caller caller, AccountId id) {
        return of(caller, Function.ACCOUNT_READ, id, List.of(location()));
    }

    @Override
    public Outcome<Location> addLocation(
            Caller caller, Optional<IdempotencyKey> key, AccountId id, NewLocation location) {
        return command(caller, Function.ACCOUNT_MANAGE, id, key, Optional.empty(), location, location());
    }

    @Override
    public Outcome<Location> editLocation(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId id,
            LocationId location,
            Optional<Long> expectedVersion,
            NewLocation details) {
        return command(caller, Function.ACCOUNT_MANAGE, id, key, expectedVersion, details, location());
    }

    @Override
    public Outcome<Account> verify(
            Caller caller, Optional<IdempotencyKey> key, AccountId id, Optional<Long> expectedVersion) {
        return command(caller, Function.ACCOUNT_EDIT, id, key, expectedVersion, "verify", Samples.account());
    }

    @Override
    public List<Message> warnings(Account account) {
        return List.of(Message.of(
                "warning.organisation-number-doubtful",
                "The check digit of this CVR number is not the usual one. Look it up in the register."));
    }

    @Override
    public Outcome<List<Agreement>> agreements(Caller caller, AccountId id) {
        return of(
                caller,
                Function.ACCOUNT_READ,
                id,
                List.of(new Agreement(
                        id,
                        Samples.VENDOR,
                        Optional.of("gold"),
                        Set.of("electricians"),
                        Optional.of(new UserId("user-9")))));
    }

    @Override
    public Outcome<List<Consultant>> managers(Caller caller, AccountId id) {
        return of(
                caller,
                Function.ACCOUNT_READ,
                id,
                List.of(new Consultant(Samples.VENDOR, new UserId("user-9"), "Anne Lund", "anne@example.com")));
    }

    @Override
    public Outcome<Agreement> agree(Caller caller, Optional<IdempotencyKey> key, Agreement agreement) {
        return command(
                caller, Function.ACCOUNT_MANAGE, agreement.account(), key, Optional.empty(), agreement, agreement);
    }
}
