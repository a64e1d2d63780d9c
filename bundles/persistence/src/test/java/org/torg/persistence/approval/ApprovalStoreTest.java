package org.torg.persistence.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.persistence.Samples.DELIVERY;
import static org.torg.persistence.Samples.LIGHTING;
import static org.torg.persistence.Samples.nok;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.order.ApprovalId;
import org.torg.api.order.ApprovalRule;
import org.torg.api.order.Approvals.Approval;
import org.torg.api.order.Approvals.Rules;
import org.torg.api.order.Approvals.State;
import org.torg.api.order.Checkout;
import org.torg.api.order.OrderId;
import org.torg.api.order.PriceAgreement;
import org.torg.api.store.AccountStore.UserRow;
import org.torg.api.store.ApprovalStore;
import org.torg.api.store.ApprovalStore.Colleague;
import org.torg.api.store.ApprovalStore.Filter;
import org.torg.api.store.ApprovalStore.Request;
import org.torg.persistence.Database;
import org.torg.persistence.Samples;
import org.torg.persistence.StoreContract;

class ApprovalStoreTest {

    @Nested
    class OnDerby extends Contract {
        OnDerby() {
            super(Database.DERBY);
        }
    }

    @Nested
    class OnPostgresql extends Contract {
        OnPostgresql() {
            super(Database.POSTGRESQL);
        }
    }

    abstract static class Contract extends StoreContract {
        private static final AccountId ACCOUNT = new AccountId("a-1");
        private static final LocationId OSLO = new LocationId("oslo");
        private static final LocationId BERGEN = new LocationId("bergen");
        private static final UserId ASKER = new UserId("u-1");
        private static final UserId APPROVER = new UserId("u-2");

        private final ApprovalStore approvals = stores.approvals();

        Contract(Database database) {
            super(database);
        }

        private static Request request(String id, UserId asker, Optional<LocationId> location) {
            Approval asked = new Approval(
                    new ApprovalId(id),
                    LIGHTING,
                    ACCOUNT,
                    location,
                    new CartId("c-" + id),
                    asker,
                    nok("1250.00"),
                    "Til resepsjonen",
                    State.OPEN,
                    NOW,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            Checkout checkout = new Checkout(
                    new PriceAgreement.ExpectedTotal(nok("1250.00")),
                    Optional.of(DELIVERY),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("PO-1"),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.of(new UserId("u-9")));
            return new Request(asked, Optional.of(new UserId("u-9")), "API", checkout);
        }

        private static Approval decided(Approval asked, State state, Optional<OrderId> order) {
            return new Approval(
                    asked.id(),
                    asked.vendor(),
                    asked.account(),
                    asked.location(),
                    asked.cart(),
                    asked.askedBy(),
                    asked.total(),
                    asked.note(),
                    state,
                    asked.askedAt(),
                    Optional.of(APPROVER),
                    Optional.of(NOW.plusSeconds(1)),
                    Optional.of("for dyrt"),
                    order);
        }

        private void store(Request request) {
            expectStatements(1, tx -> approvals.insert(tx, request));
        }

        @Test
        void rulesAreReadWithTheAccountAndKeepTheirVersion() {
            assertThat(one(tx -> approvals.rules(tx, ACCOUNT))).isEmpty();
            transactions.change(tx -> stores.accounts().insert(tx, Samples.account(ACCOUNT)));
            assertThat(one(tx -> approvals.rules(tx, ACCOUNT))).contains(new Rules(ACCOUNT, List.of(), 0));
            assertThat(one(tx -> stores.accounts().terms(tx, ACCOUNT, LIGHTING))
                            .orElseThrow()
                            .approvals())
                    .isEmpty();
            List<ApprovalRule> rules = List.of(
                    new ApprovalRule(Optional.of(Role.BUYER), Optional.of(OSLO), nok("500.00")),
                    new ApprovalRule(Optional.empty(), Optional.empty(), nok("0.00")));
            Rules first = transactions.write(tx -> approvals.put(tx, ACCOUNT, 0, rules));
            assertThat(first).isEqualTo(new Rules(ACCOUNT, rules, 1));
            assertThat(one(tx -> approvals.rules(tx, ACCOUNT))).contains(first);
            assertThat(one(tx -> stores.accounts().terms(tx, ACCOUNT, LIGHTING))
                            .orElseThrow()
                            .approvals())
                    .isEqualTo(rules);
            assertConflict(() -> transactions.change(tx -> approvals.put(tx, ACCOUNT, 0, List.of())));
            transactions.change(tx -> approvals.put(tx, ACCOUNT, 1, List.of()));
            assertConflict(() -> transactions.change(tx -> approvals.put(tx, ACCOUNT, 1, rules)));
            assertThat(one(tx -> approvals.rules(tx, ACCOUNT))).contains(new Rules(ACCOUNT, List.of(), 2));
        }

        @Test
        void aRequestIsReadAsItWasWrittenAndDecidedOnce() {
            Request request = request("r-1", ASKER, Optional.of(OSLO));
            store(request);
            assertThat(one(tx -> approvals.request(tx, new ApprovalId("r-1")))).contains(request);
            assertThat(one(tx -> approvals.request(tx, new ApprovalId("r-2")))).isEmpty();
            Approval approved = decided(request.approval(), State.APPROVED, Optional.of(new OrderId("o-1")));
            expectStatements(1, tx -> assertThat(approvals.decide(tx, approved)).isTrue());
            Approval declined = decided(request.approval(), State.DECLINED, Optional.empty());
            transactions.change(tx -> assertThat(approvals.decide(tx, declined)).isFalse());
            assertThat(one(tx -> approvals.request(tx, new ApprovalId("r-1")))
                            .orElseThrow()
                            .approval())
                    .isEqualTo(approved);
        }

        @Test
        void onesOwnAndThoseOfOnesPlacesAreListedTheNewestFirst() {
            store(request("r-1", ASKER, Optional.empty()));
            store(request("r-2", APPROVER, Optional.of(OSLO)));
            store(request("r-3", ASKER, Optional.of(BERGEN)));
            store(request("r-4", new UserId("u-3"), Optional.of(BERGEN)));
            transactions.change(tx -> approvals.decide(
                    tx,
                    decided(request("r-2", APPROVER, Optional.of(OSLO)).approval(), State.DECLINED, Optional.empty())));
            assertThat(found(ASKER, Optional.empty(), Optional.empty())).containsExactly("r-4", "r-3", "r-2", "r-1");
            assertThat(found(ASKER, Optional.of(Set.of()), Optional.empty())).containsExactly("r-3", "r-1");
            assertThat(found(ASKER, Optional.of(Set.of(OSLO)), Optional.empty()))
                    .containsExactly("r-3", "r-2", "r-1");
            assertThat(found(ASKER, Optional.of(Set.of(OSLO)), Optional.of(State.DECLINED)))
                    .containsExactly("r-2");
            assertThat(found(APPROVER, Optional.of(Set.of(BERGEN)), Optional.of(State.OPEN)))
                    .containsExactly("r-4", "r-3");
            Filter all = new Filter(ACCOUNT, ASKER, Optional.empty(), Optional.empty());
            assertThat(all(tx -> approvals.find(tx, all, Optional.of(new ApprovalId("r-3")), 1)))
                    .extracting(approval -> approval.id().value())
                    .containsExactly("r-2");
            Filter foreign = new Filter(new AccountId("a-2"), ASKER, Optional.empty(), Optional.empty());
            assertThat(all(tx -> approvals.find(tx, foreign, Optional.empty(), 9)))
                    .isEmpty();
        }

        private List<String> found(UserId asker, Optional<Set<LocationId>> places, Optional<State> state) {
            return all(tx -> approvals.find(tx, new Filter(ACCOUNT, asker, places, state), Optional.empty(), 10))
                    .stream()
                    .map(approval -> approval.id().value())
                    .toList();
        }

        @Test
        void colleaguesAreThoseWhoHaveAccessToTheAccount() {
            Membership owner = new Membership(Role.OWNER, Scope.of(ACCOUNT));
            Membership oslo = new Membership(Role.BUYER, new Scope.OfLocation(ACCOUNT, OSLO));
            Membership bergen = new Membership(Role.BUYER, new Scope.OfLocation(ACCOUNT, BERGEN));
            Membership elsewhere = new Membership(Role.OWNER, Scope.of(new AccountId("a-2")));
            transactions.change(tx -> {
                stores.accounts().insert(tx, user("u-1", true), List.of(owner, elsewhere));
                stores.accounts().insert(tx, user("u-2", true), List.of(oslo, bergen));
                stores.accounts().insert(tx, user("u-3", false), List.of(owner));
                stores.accounts().insert(tx, user("u-4", true), List.of(elsewhere));
            });
            List<Colleague> found = all(tx -> approvals.colleagues(tx, ACCOUNT));
            assertThat(found)
                    .containsExactly(
                            new Colleague(new UserId("u-1"), "u-1@kunde.example", "Kari", "nb", List.of(owner)),
                            new Colleague(new UserId("u-2"), "u-2@kunde.example", "Kari", "nb", List.of(bergen, oslo)));
            assertThat(found.toString()).doesNotContain("Kari", "@");
        }

        private static UserRow user(String id, boolean active) {
            return new UserRow(new UserId(id), id + "@kunde.example", "Kari", "nb", "hash", active, NOW);
        }

        @Test
        void aCartIsLockedOnceAndOpenedByWhatHasLockedIt() {
            CartId id = new CartId("c-1");
            ApprovalId mine = new ApprovalId("r-1");
            transactions.change(tx -> stores.carts()
                    .insert(
                            tx,
                            new Cart(
                                    id,
                                    LIGHTING,
                                    ACCOUNT,
                                    ASKER,
                                    List.of(),
                                    Optional.empty(),
                                    1,
                                    NOW,
                                    NOW,
                                    Optional.empty())));
            assertThat(lock(id, 2, mine)).as("another version").isFalse();
            assertThat(lock(id, 1, mine)).isTrue();
            assertThat(lock(id, 2, new ApprovalId("r-2"))).as("locked already").isFalse();
            assertThat(cart(id).approval()).contains(mine);
            assertThat(cart(id).version()).isEqualTo(2);
            assertThat(unlock(id, new ApprovalId("r-2"))).isFalse();
            assertThat(unlock(id, mine)).isTrue();
            assertThat(cart(id).approval()).isEmpty();
            assertThat(cart(id).version()).isEqualTo(3);
            assertThat(lock(id, 3, mine)).isTrue();
            transactions.change(tx -> stores.carts().close(tx, id, 4, new OrderId("o-1"), NOW));
            assertThat(unlock(id, mine)).as("closed").isFalse();
            assertThat(cart(id).approval()).contains(mine);
        }

        private boolean lock(CartId id, long version, ApprovalId approval) {
            return transactions.write(tx -> stores.carts().lockFor(tx, id, version, approval, NOW));
        }

        private boolean unlock(CartId id, ApprovalId approval) {
            return transactions.write(tx -> stores.carts().unlock(tx, id, approval, NOW));
        }

        private Cart cart(CartId id) {
            return one(tx -> stores.carts().cart(tx, id)).orElseThrow();
        }
    }
}
