package org.torg.persistence.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.persistence.Samples.LIGHTING;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.account.AccountId;
import org.torg.api.account.Agreement;
import org.torg.api.account.CustomerRequests.State;
import org.torg.api.account.UserId;
import org.torg.api.store.RequestStore;
import org.torg.api.store.RequestStore.Filter;
import org.torg.api.store.RequestStore.RegistrationRow;
import org.torg.api.store.RequestStore.RequestRow;
import org.torg.api.store.RequestStore.StepRow;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.Database;
import org.torg.persistence.Samples;
import org.torg.persistence.StoreContract;

class RequestStoreTest {

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
        private static final VendorId OTHER = new VendorId("other");
        private static final UserId KARI = new UserId("kari");
        private static final UserId OLA = new UserId("ola");
        private static final Filter EVERYTHING =
                new Filter(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), true, Optional.empty());

        private final RequestStore store = stores.requests();
        private int running;

        Contract(Database database) {
            super(database);
        }

        private RequestRow request(Optional<VendorId> vendor, Optional<AccountId> account, Optional<UserId> by) {
            String id = Samples.newId(NOW.plusMillis(running++));
            RequestRow row = new RequestRow(
                    id,
                    "new-location",
                    "sealed",
                    vendor,
                    account,
                    by,
                    Optional.empty(),
                    Optional.empty(),
                    State.OPEN,
                    NOW,
                    1,
                    id,
                    List.of());
            expectStatements(1, tx -> store.insert(tx, row));
            return row;
        }

        private static StepRow step(State state) {
            return new StepRow(NOW, Optional.of(OLA), state, Optional.of("reason"), Optional.empty());
        }

        private List<String> found(Filter filter) {
            return transactions.read(tx -> store.find(tx, filter, Optional.empty(), 100)).stream()
                    .map(RequestRow::id)
                    .toList();
        }

        private static Filter of(List<VendorId> vendors) {
            return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), vendors, false, Optional.empty());
        }

        private AccountId account(VendorId vendor) {
            AccountId account = new AccountId(id());
            transactions.change(tx -> {
                stores.accounts().insert(tx, Samples.account(account).withId(account));
                stores.accounts().put(tx, new Agreement(account, vendor, Optional.empty(), Set.of()));
            });
            return account;
        }

        @Test
        void aRequestIsReadWithItsLog() {
            RequestRow asked = request(Optional.of(LIGHTING), Optional.of(new AccountId("a")), Optional.of(KARI));
            expectStatements(2, tx -> store.step(tx, asked, Optional.of(KARI), step(State.OPEN)));
            RequestRow once =
                    transactions.read(tx -> store.request(tx, asked.id())).orElseThrow();
            transactions.change(tx -> store.step(tx, once, Optional.of(KARI), step(State.DECLINED)));

            RequestRow twice = expectStatementsOfRead(2, tx -> store.request(tx, asked.id()))
                    .orElseThrow();

            assertThat(twice.log()).containsExactly(step(State.OPEN), step(State.DECLINED));
            assertThat(twice.state()).isEqualTo(State.DECLINED);
            assertThat(twice.matched()).contains(KARI);
            assertThat(twice.version()).isEqualTo(3);
            assertThat(one(tx -> store.request(tx, "unknown"))).isEmpty();
        }

        @Test
        void whoSawAnEarlierVersionStoresNoStep() {
            RequestRow asked = request(Optional.of(LIGHTING), Optional.empty(), Optional.empty());
            transactions.change(tx -> store.step(tx, asked, Optional.empty(), step(State.APPROVED)));

            assertConflict(
                    () -> transactions.change(tx -> store.step(tx, asked, Optional.empty(), step(State.DECLINED))));
            assertThat(transactions
                            .read(tx -> store.request(tx, asked.id()))
                            .orElseThrow()
                            .log())
                    .hasSize(1);
        }

        @Test
        void ofOneOpenKeyThereIsOneOpenRequest() {
            RequestRow first = keyed("erasure:kari");
            transactions.change(tx -> store.insert(tx, first));

            assertConflict(() -> transactions.change(tx -> store.insert(tx, keyed("erasure:kari"))));
            assertThat(isOpen("erasure:kari")).isTrue();
            transactions.change(tx -> store.step(tx, first, Optional.empty(), step(State.DECLINED)));
            assertThat(isOpen("erasure:kari")).isFalse();
            transactions.change(tx -> store.insert(tx, keyed("erasure:kari")));
        }

        private boolean isOpen(String key) {
            return expectStatementsOfRead(1, tx -> store.isOpen(tx, key));
        }

        private RequestRow keyed(String key) {
            return new RequestRow(
                    Samples.newId(NOW.plusMillis(running++)),
                    "erasure",
                    "sealed",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(KARI),
                    Optional.empty(),
                    Optional.empty(),
                    State.OPEN,
                    NOW,
                    1,
                    key,
                    List.of());
        }

        @Test
        void requestsAreFoundByThoseWhomTheyConcern() {
            AccountId lightings = account(LIGHTING);
            AccountId others = account(OTHER);
            String form = request(Optional.of(LIGHTING), Optional.empty(), Optional.empty())
                    .id();
            String karis = request(Optional.empty(), Optional.of(lightings), Optional.of(KARI))
                    .id();
            String olas = request(Optional.empty(), Optional.of(lightings), Optional.of(OLA))
                    .id();
            String elsewhere = request(Optional.empty(), Optional.of(others), Optional.of(KARI))
                    .id();
            String staffs = request(Optional.empty(), Optional.empty(), Optional.of(KARI))
                    .id();

            assertThat(found(of(List.of(LIGHTING)))).containsExactly(olas, karis, form);
            assertThat(found(of(List.of(OTHER)))).containsExactly(elsewhere);
            assertThat(found(of(List.of()))).isEmpty();
            assertThat(found(new Filter(
                            Optional.of(KARI),
                            Optional.of(lightings),
                            Optional.empty(),
                            List.of(),
                            false,
                            Optional.of(State.OPEN))))
                    .containsExactly(staffs, karis);
            assertThat(found(new Filter(
                            Optional.of(KARI),
                            Optional.of(lightings),
                            Optional.of(lightings),
                            List.of(),
                            false,
                            Optional.empty())))
                    .containsExactly(staffs, olas, karis);
            assertThat(found(new Filter(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            true,
                            Optional.of(State.DECLINED))))
                    .isEmpty();
            List<RequestRow> older = transactions.read(tx -> store.find(tx, EVERYTHING, Optional.of(elsewhere), 2));
            assertThat(older).extracting(RequestRow::id).containsExactly(olas, karis);
            List<RequestRow> aboutKari = transactions.read(tx -> store.about(tx, KARI));
            assertThat(aboutKari).extracting(RequestRow::id).containsExactly(karis, elsewhere, staffs);
            int open = expectStatementsOfRead(1, tx -> store.open(tx, lightings, "new-location"));
            assertThat(open).isEqualTo(2);
            assertThat(all(tx -> store.vendors(tx, others))).containsExactly(OTHER);
        }

        @Test
        void aDeletedRequestTakesItsLogAlong() {
            RequestRow asked = request(Optional.of(LIGHTING), Optional.empty(), Optional.empty());
            transactions.change(tx -> store.step(tx, asked, Optional.empty(), step(State.APPROVED)));

            expectStatements(1, tx -> store.delete(tx, asked.id()));

            assertThat(one(tx -> store.request(tx, asked.id()))).isEmpty();
        }

        @Test
        void aCompanyIsFoundByItsNumberInItsCountry() {
            List<AccountId> opened = new ArrayList<>(List.of(account(LIGHTING), account(LIGHTING)));

            assertThat(one(tx -> store.company(tx, "NO", "974760673")))
                    .contains(opened.stream()
                            .min(Comparator.comparing(AccountId::value))
                            .orElseThrow());
            assertThat(one(tx -> store.company(tx, "SE", "974760673"))).isEmpty();
        }

        @Test
        void aRegistrationIsReadAsItWasStoredUntilItIsDeleted() {
            RegistrationRow row = new RegistrationRow(id(), LIGHTING, "sealed", NOW, NOW.plusSeconds(60));
            expectStatements(1, tx -> store.insert(tx, row));
            assertThat(one(tx -> store.registration(tx, row.id()))).contains(row);

            expectStatements(1, tx -> store.deleteRegistration(tx, row.id()));
            assertThat(one(tx -> store.registration(tx, row.id()))).isEmpty();
        }
    }
}
