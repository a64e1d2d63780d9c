package org.torg.persistence.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.persistence.Samples.LIGHTING;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Agreement;
import org.torg.api.account.Device;
import org.torg.api.account.LocationId;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.Sessions;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore;
import org.torg.api.store.AccountStore.AccountTerms;
import org.torg.api.store.AccountStore.SessionRow;
import org.torg.api.store.AccountStore.UserRow;
import org.torg.persistence.Database;
import org.torg.persistence.Samples;
import org.torg.persistence.StoreContract;

class AccountStoreTest {

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
        private final AccountStore accounts = stores.accounts();
        private final AccountId id = new AccountId(id());
        private final Account account = Samples.account(id);
        private final UserRow user =
                new UserRow(new UserId(id()), "Kari.Nordmann@Example.org", "Kari", "nb", "$argon2id$x", true, NOW);
        private final List<Membership> memberships = List.of(
                new Membership(Role.OWNER, Scope.of(id)),
                new Membership(Role.BUYER, new Scope.OfLocation(id, new LocationId("oslo"))),
                new Membership(Role.ADMINISTRATOR, Scope.tenant()),
                new Membership(Role.STAFF_CATALOG, Scope.of(LIGHTING)));

        Contract(Database database) {
            super(database);
        }

        @Test
        void anAccountIsReadAsItWasWritten() {
            expectStatements(3, tx -> accounts.insert(tx, account));

            assertThat(one(tx -> accounts.account(tx, id))).contains(account);
            assertThat(one(tx -> accounts.byCustomerNumber(tx, account.customerNumber())))
                    .contains(account);
            assertThat(one(tx -> accounts.account(tx, new AccountId("other")))).isEmpty();
        }

        @Test
        void manyCustomerNumbersAreLookedUpAtOnce() {
            transactions.change(tx -> accounts.insert(tx, account));

            assertThat(this.<Map<String, AccountId>>expectStatementsOfRead(
                            1, tx -> accounts.byCustomerNumbers(tx, List.of("unknown", account.customerNumber(), "x"))))
                    .isEqualTo(Map.of(account.customerNumber(), id));
        }

        @Test
        void aCustomerNumberBelongsToOneAccount() {
            transactions.change(tx -> accounts.insert(tx, account));
            Account other = new Account(
                    new AccountId(id()),
                    account.customerNumber(),
                    "Other",
                    Optional.empty(),
                    "NO",
                    "nb",
                    Samples.ADDRESS,
                    List.of(),
                    "x@example.org",
                    Optional.empty());

            assertConflict(() -> transactions.change(tx -> accounts.insert(tx, other)));
        }

        @Test
        void theTermsOfAnAccountTakeOneStatement() {
            Agreement gold = new Agreement(id, LIGHTING, Optional.of("gold"), Set.of("hotels", "a"));
            transactions.change(tx -> accounts.insert(tx, account));

            assertThat(one(tx -> accounts.terms(tx, id, LIGHTING)))
                    .contains(new AccountTerms(account, new Agreement(id, LIGHTING, Optional.empty(), Set.of())));
            transactions.change(tx -> accounts.put(tx, gold));
            assertThat(one(tx -> accounts.terms(tx, id, LIGHTING))).contains(new AccountTerms(account, gold));
            Agreement silver = new Agreement(id, LIGHTING, Optional.empty(), Set.of());
            expectStatements(1, tx -> accounts.put(tx, silver));
            assertThat(one(tx -> accounts.terms(tx, id, LIGHTING))).contains(new AccountTerms(account, silver));
            assertThat(one(tx -> accounts.terms(tx, new AccountId("other"), LIGHTING)))
                    .isEmpty();
        }

        @Test
        void aUserIsFoundByEmailWithoutRegardToCase() {
            expectStatements(2, tx -> accounts.insert(tx, user, memberships));

            assertThat(one(tx -> accounts.user(tx, "KARI.nordmann@example.ORG")))
                    .contains(user);
            assertThat(all(tx -> accounts.memberships(tx, user.id()))).containsExactlyInAnyOrderElementsOf(memberships);
        }

        @Test
        void anEmailIsTakenWhateverItsCase() {
            transactions.change(tx -> accounts.insert(tx, user, memberships));
            UserRow twin =
                    new UserRow(new UserId(id()), "kari.nordmann@example.org", "Twin", "nb", "$argon2id$y", true, NOW);

            assertConflict(() -> transactions.change(tx -> accounts.insert(tx, twin, List.of())));
        }

        @Test
        void aSessionIsReadWithItsUserInOneStatement() {
            SessionRow session = new SessionRow("f".repeat(64), user.id(), Optional.of(id), NOW, NOW.plusSeconds(60));
            transactions.change(tx -> accounts.insert(tx, user, memberships));
            expectStatements(1, tx -> accounts.insert(tx, session));

            var read = expectStatementsOfRead(1, tx -> accounts.session(tx, session.tokenHash(), NOW))
                    .orElseThrow();
            assertThat(read.session()).isEqualTo(session);
            assertThat(read.language()).isEqualTo("nb");
            assertThat(read.memberships()).containsExactlyInAnyOrderElementsOf(memberships);
            assertThat(one(tx -> accounts.session(tx, "e".repeat(64), NOW))).isEmpty();
        }

        @Test
        void theSessionsOfAPersonAreReadInOneStatementTheLatestUsedFirst() {
            Device device = new Device(Device.Browser.FIREFOX, Device.Platform.LINUX);
            SessionRow known = session("a", Sessions.Stage.COMPLETE, NOW.plusSeconds(60), Optional.of(device));
            SessionRow later = session("b", Sessions.Stage.COMPLETE, NOW.plusSeconds(60), Optional.empty());
            transactions.change(tx -> {
                accounts.insert(tx, user, memberships);
                accounts.insert(tx, known);
                accounts.insert(tx, later);
                accounts.insert(
                        tx, session("c", Sessions.Stage.SECOND_FACTOR_NEEDED, NOW.plusSeconds(60), Optional.empty()));
                accounts.insert(tx, session("d", Sessions.Stage.COMPLETE, NOW, Optional.empty()));
            });
            expectStatements(1, tx -> accounts.sessionUsed(tx, later.tokenHash(), NOW.plusSeconds(9)));
            transactions.change(tx -> accounts.sessionUsed(tx, later.tokenHash(), NOW.plusSeconds(3)));

            var own = expectStatementsOfRead(1, tx -> accounts.sessions(tx, user.id(), NOW, 10));
            assertThat(own).extracting(SessionRow::tokenHash).containsExactly(later.tokenHash(), known.tokenHash());
            assertThat(own.get(0).lastUsedAt()).isEqualTo(NOW.plusSeconds(9));
            assertThat(own.get(1)).isEqualTo(known);
            assertThat(one(tx -> accounts.session(tx, later.tokenHash(), NOW))
                            .orElseThrow()
                            .session()
                            .lastUsedAt())
                    .isEqualTo(NOW.plusSeconds(9));
            assertThat(transactions.<List<SessionRow>>read(tx -> accounts.sessions(tx, user.id(), NOW, 1)))
                    .hasSize(1);
            assertThat(transactions.<List<SessionRow>>read(
                            tx -> accounts.sessions(tx, new UserId("somebody-else"), NOW, 10)))
                    .isEmpty();
        }

        private SessionRow session(String sign, Sessions.Stage stage, Instant end, Optional<Device> device) {
            return new SessionRow(
                    sign.repeat(64),
                    user.id(),
                    Optional.of(id),
                    Optional.empty(),
                    Optional.empty(),
                    stage,
                    NOW.minusSeconds(60),
                    end,
                    NOW.minusSeconds(60),
                    device);
        }

        @Test
        void aSessionOfAUserWithoutMembershipsHasNone() {
            SessionRow session = new SessionRow("f".repeat(64), user.id(), Optional.empty(), NOW, NOW.plusSeconds(60));
            transactions.change(tx -> {
                accounts.insert(tx, user, List.of());
                accounts.insert(tx, session);
            });

            var read = transactions
                    .read(tx -> accounts.session(tx, session.tokenHash(), NOW))
                    .orElseThrow();
            assertThat(read.memberships()).isEmpty();
            assertThat(read.session().account()).isEmpty();
        }

        @Test
        void anExpiredSessionIsNone() {
            SessionRow session = new SessionRow("f".repeat(64), user.id(), Optional.empty(), NOW, NOW.plusSeconds(60));
            transactions.change(tx -> {
                accounts.insert(tx, user, memberships);
                accounts.insert(tx, session);
            });

            assertThat(one(tx -> accounts.session(tx, session.tokenHash(), NOW.plusSeconds(60))))
                    .isEmpty();
            assertThat(transactions.<Integer>write(tx -> accounts.deleteSessionsExpiredBefore(tx, NOW.plusSeconds(60))))
                    .isZero();
            assertThat(transactions.<Integer>write(tx -> accounts.deleteSessionsExpiredBefore(tx, NOW.plusSeconds(61))))
                    .isEqualTo(1);
        }

        @Test
        void aUserWhoIsNotActiveHasNoSession() {
            UserRow left = new UserRow(new UserId(id()), "x@example.org", "X", "nb", "h", false, NOW);
            SessionRow session = new SessionRow("d".repeat(64), left.id(), Optional.empty(), NOW, NOW.plusSeconds(60));
            transactions.change(tx -> {
                accounts.insert(tx, left, memberships);
                accounts.insert(tx, session);
            });

            assertThat(one(tx -> accounts.session(tx, session.tokenHash(), NOW)))
                    .isEmpty();
        }

        @Test
        void aDeletedSessionIsGone() {
            SessionRow session = new SessionRow("f".repeat(64), user.id(), Optional.empty(), NOW, NOW.plusSeconds(60));
            transactions.change(tx -> {
                accounts.insert(tx, user, memberships);
                accounts.insert(tx, session);
            });
            assertThat(transactions.<Boolean>write(
                            tx -> accounts.deleteSession(tx, new UserId("somebody-else"), session.tokenHash())))
                    .isFalse();
            assertThat(transactions.<Boolean>write(
                            tx -> accounts.deleteSession(tx, session.user(), session.tokenHash())))
                    .isTrue();

            assertThat(one(tx -> accounts.session(tx, session.tokenHash(), NOW)))
                    .isEmpty();
        }
    }
}
