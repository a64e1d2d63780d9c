package org.torg.kernel.approval;

import static org.torg.kernel.fixture.Customers.CUSTOMER;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Caller.ActingFor;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.LocationId;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.order.Checkout;
import org.torg.api.order.PriceAgreement;
import org.torg.api.store.AccountStore.UserRow;
import org.torg.kernel.fixture.Shop;

/** People of the customer, who are known to the kernel with their memberships. */
final class Colleagues {

    static final LocationId OSLO = new LocationId("0190a000-0000-7000-8000-00000000a001");
    static final LocationId BERGEN = new LocationId("0190a000-0000-7000-8000-00000000a002");

    private final Shop shop;

    Colleagues(Shop shop) {
        this.shop = shop;
    }

    /** Somebody with this whole role in the account. */
    Caller with(String name, Role role) {
        return with(name, new Membership(role, Scope.of(CUSTOMER.id())));
    }

    Caller with(String name, Role role, LocationId location) {
        return at(with(name, new Membership(role, new Scope.OfLocation(CUSTOMER.id(), location))), location);
    }

    /** A colleague for whom these are ticked. */
    Caller ticked(String name, Function... functions) {
        return with(name, new Membership(Role.COLLEAGUE, Scope.of(CUSTOMER.id()), Set.of(functions)));
    }

    Caller with(String name, Membership membership) {
        UserId user = new UserId(name);
        shop.stores().transactions().change(tx -> shop.stores()
                .accounts()
                .insert(
                        tx,
                        new UserRow(
                                user,
                                email(name),
                                "Navn " + name,
                                "nb",
                                "hash",
                                true,
                                shop.clock().now()),
                        List.of(membership)));
        Set<Grant> grants = new HashSet<>();
        membership.functions().forEach(function -> grants.add(new Grant(function, membership.scope())));
        grants.add(new Grant(Function.CATALOG_READ, Scope.tenant()));
        return caller(
                new Caller.Subject.Person(user), CUSTOMER.id(), Optional.empty(), Optional.empty(), Set.copyOf(grants));
    }

    static String email(String name) {
        return name + "@kunde.example";
    }

    static Caller at(Caller caller, LocationId location) {
        return caller(
                caller.subject(),
                caller.account().orElseThrow(),
                Optional.of(location),
                caller.actingFor(),
                caller.grants());
    }

    static Caller actingFor(Caller caller, Caller other, ActingFor.Kind kind) {
        return caller(
                caller.subject(),
                caller.account().orElseThrow(),
                caller.location(),
                Optional.of(new ActingFor(other.user().orElseThrow(), kind, Optional.empty())),
                caller.grants());
    }

    /** A checkout at current prices that confirms in whose name it is. */
    static Checkout confirmed(Caller caller) {
        return new Checkout(
                new PriceAgreement.Current(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                caller.actingFor().map(ActingFor::user));
    }

    /** A program of this person. */
    static Caller program(Caller caller) {
        return caller(
                new Caller.Subject.Token(caller.user().orElseThrow(), "t-1"),
                caller.account().orElseThrow(),
                caller.location(),
                Optional.empty(),
                caller.grants());
    }

    private static Caller caller(
            Caller.Subject subject,
            AccountId account,
            Optional<LocationId> location,
            Optional<ActingFor> actingFor,
            Set<Grant> grants) {
        return new Caller(
                subject, Optional.of(account), location, actingFor, grants, Caller.Channel.API, "test", Locale.ENGLISH);
    }
}
