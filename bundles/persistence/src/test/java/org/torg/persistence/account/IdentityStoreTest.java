package org.torg.persistence.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.account.AccountId;
import org.torg.api.account.ApiTokens.ApiToken;
import org.torg.api.account.ApiTokens.Reason;
import org.torg.api.account.ApiTokens.Revocation;
import org.torg.api.account.Function;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.Sessions.Stage;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore.HeldMembership;
import org.torg.api.store.AccountStore.SessionRow;
import org.torg.api.store.AccountStore.UserRow;
import org.torg.api.store.IdentityStore;
import org.torg.api.store.IdentityStore.TokenRow;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.Database;
import org.torg.persistence.StoreContract;

class IdentityStoreTest {

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
        private static final String HASH = "0f".repeat(32);
        private static final Revocation BY_PERSON = new Revocation(Reason.BY_PERSON, NOW);

        private final IdentityStore identity = stores.identity();
        private final UserId kari = new UserId(id());
        private final UserId ola = new UserId(id());
        private final Membership membership = new Membership(Role.BUYER, Scope.of(new AccountId("a")));

        Contract(Database database) {
            super(database);
        }

        @BeforeEach
        void people() {
            for (UserId user : List.of(kari, ola)) {
                UserRow row = new UserRow(user, user.value() + "@example.org", "Kari", "nb", "x", user == kari, NOW);
                transactions.change(tx -> stores.accounts().insert(tx, row, List.of(membership)));
            }
        }

        @Test
        void aSecretIsReplacedUntilItIsConfirmed() {
            assertThat(enrol("one")).isTrue();
            assertThat(enrol("two")).isTrue();
            assertThat(this.<Boolean>write(tx -> identity.confirm(tx, kari, "one", 7)))
                    .isFalse();
            assertThat(this.<Boolean>write(tx -> identity.confirm(tx, kari, "two", 7)))
                    .isTrue();

            assertThat(enrol("three")).isFalse();
            IdentityStore.FactorRow factor =
                    one(tx -> identity.factor(tx, kari)).orElseThrow();
            assertThat(factor.sealedSecret()).isEqualTo("two");
            assertThat(factor.confirmed()).isTrue();
            assertThat(factor.lastStep()).isEqualTo(7);
        }

        @Test
        void aPeriodIsUsedOnceAndNoneBeforeIt() {
            enrol("one");
            assertThat(use("one", 8)).isFalse();
            write(tx -> identity.confirm(tx, kari, "one", 7));

            assertThat(use("one", 7)).isFalse();
            assertThat(use("one", 8)).isTrue();
            assertThat(use("one", 8)).isFalse();
            assertThat(use("one", 6)).isFalse();
            assertThat(use("another", 9)).isFalse();
        }

        @Test
        void aRecoveryCodeIsUsedOnceAndByItsOwnerOnly() {
            write(tx -> {
                identity.replaceRecoveryCodes(tx, kari, List.of("a", "b"));
                identity.replaceRecoveryCodes(tx, kari, List.of("c", "d"));
                return true;
            });

            assertThat(this.<Boolean>write(tx -> identity.useRecoveryCode(tx, kari, "a")))
                    .isFalse();
            assertThat(this.<Boolean>write(tx -> identity.useRecoveryCode(tx, ola, "c")))
                    .isFalse();
            assertThat(this.<Boolean>write(tx -> identity.useRecoveryCode(tx, kari, "c")))
                    .isTrue();
            assertThat(this.<Boolean>write(tx -> identity.useRecoveryCode(tx, kari, "c")))
                    .isFalse();
            assertThat(this.<Integer>write(tx -> identity.recoveryCodes(tx, kari)))
                    .isEqualTo(1);
            write(tx -> {
                identity.removeFactor(tx, kari);
                return true;
            });
            assertThat(this.<Integer>write(tx -> identity.recoveryCodes(tx, kari)))
                    .isZero();
        }

        @Test
        void aTokenIsReadWithItsPersonInOneStatement() {
            ApiToken token = token("t1", Optional.of(NOW.plusSeconds(60)));
            transactions.change(tx -> identity.insert(tx, kari, token, HASH));

            TokenRow row = one(tx -> identity.token(tx, "t1", HASH, NOW)).orElseThrow();
            assertThat(row).isEqualTo(new TokenRow(kari, token, "nb", List.of(new HeldMembership(membership, false))));
            assertThat(one(tx -> identity.token(tx, "t1", "00".repeat(32), NOW)))
                    .isEmpty();
            assertThat(one(tx -> identity.token(tx, "t2", HASH, NOW))).isEmpty();
            assertThat(one(tx -> identity.token(tx, "t1", HASH, NOW.plusSeconds(60))))
                    .isEmpty();
        }

        @Test
        void aTokenOfWhoIsDeactivatedOrThatWasRevokedIsNone() {
            transactions.change(tx -> identity.insert(tx, ola, token("t1", Optional.empty()), HASH));
            transactions.change(tx -> identity.insert(tx, kari, token("t2", Optional.empty()), HASH));

            assertThat(one(tx -> identity.token(tx, "t1", HASH, NOW))).isEmpty();
            assertThat(this.<Boolean>write(tx -> identity.revoke(tx, ola, "t2", BY_PERSON)))
                    .isFalse();
            assertThat(one(tx -> identity.token(tx, "t2", HASH, NOW))).isPresent();
            assertThat(this.<Boolean>write(tx -> identity.revoke(tx, kari, "t2", BY_PERSON)))
                    .isTrue();
            assertThat(one(tx -> identity.token(tx, "t2", HASH, NOW))).isEmpty();
            assertThat(this.<Boolean>write(tx -> identity.revoke(tx, kari, "t2", BY_PERSON)))
                    .isFalse();
        }

        @Test
        void allTokensThatWorkAreRevokedAndTheOthersKeepTheirReason() {
            Revocation forgotten = new Revocation(Reason.PASSWORD_FORGOTTEN, NOW.plusSeconds(60));
            transactions.change(tx -> {
                identity.insert(tx, kari, token("t1", Optional.empty()), HASH);
                identity.insert(tx, kari, token("t2", Optional.empty()), HASH);
                identity.insert(tx, kari, token("t3", Optional.of(NOW.plusSeconds(60))), HASH);
                identity.insert(tx, ola, token("t4", Optional.empty()), HASH);
            });
            write(tx -> identity.revoke(tx, kari, "t2", BY_PERSON));

            assertThat(this.<Integer>write(tx -> identity.working(tx, kari, NOW)))
                    .isEqualTo(2);
            assertThat(this.<Integer>write(tx -> identity.revokeAll(tx, kari, forgotten)))
                    .isEqualTo(1);

            assertThat(revocation(kari, "t1")).contains(forgotten);
            assertThat(revocation(kari, "t2")).contains(BY_PERSON);
            assertThat(revocation(kari, "t3")).isEmpty();
            assertThat(revocation(ola, "t4")).isEmpty();
            assertThat(this.<Integer>write(tx -> identity.working(tx, ola, NOW)))
                    .isEqualTo(1);
        }

        @Test
        void thoseOfOneAccountAreRevokedOrThoseOfNone() {
            Revocation withdrawn = new Revocation(Reason.ACCESS_WITHDRAWN, NOW);
            transactions.change(tx -> {
                identity.insert(tx, kari, token("t1", Optional.empty(), Optional.of(new AccountId("a"))), HASH);
                identity.insert(tx, kari, token("t2", Optional.empty(), Optional.of(new AccountId("b"))), HASH);
                identity.insert(tx, kari, token("t3", Optional.empty(), Optional.empty()), HASH);
            });

            assertThat(this.<Integer>write(
                            tx -> identity.revokeIn(tx, kari, Optional.of(new AccountId("a")), withdrawn)))
                    .isEqualTo(1);
            assertThat(revocation(kari, "t1")).contains(withdrawn);
            assertThat(this.<Integer>write(tx -> identity.revokeIn(tx, kari, Optional.empty(), withdrawn)))
                    .isEqualTo(1);
            assertThat(revocation(kari, "t2")).isEmpty();
            assertThat(revocation(kari, "t3")).contains(withdrawn);
        }

        private Optional<Revocation> revocation(UserId user, String id) {
            return all(tx -> identity.tokens(tx, user)).stream()
                    .filter(token -> token.id().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .revocation();
        }

        @Test
        void theLatestUseIsKept() {
            transactions.change(tx -> identity.insert(tx, kari, token("t1", Optional.empty()), HASH));
            transactions.change(tx -> identity.used(tx, "t1", NOW.plus(Duration.ofMinutes(9))));
            transactions.change(tx -> identity.used(tx, "t1", NOW));

            assertThat(all(tx -> identity.tokens(tx, kari)))
                    .singleElement()
                    .satisfies(token -> assertThat(token.lastUsedAt()).contains(NOW.plus(Duration.ofMinutes(9))));
            transactions.change(tx -> identity.eraseTokens(tx, kari, NOW));
            assertThat(all(tx -> identity.tokens(tx, kari))).singleElement().satisfies(token -> {
                assertThat(token.name()).isEqualTo("-");
                assertThat(token.revoked()).isTrue();
            });
        }

        @Test
        void aSessionIsCompletedOnceUnderANewToken() {
            session("s1", Stage.SECOND_FACTOR_NEEDED);
            session("s2", Stage.SECOND_FACTOR_MISSING);

            assertThat(complete(ola, "s1", "n1")).isFalse();
            assertThat(complete(kari, "s2", "n2")).isFalse();
            assertThat(complete(kari, "s1", "n1")).isTrue();
            assertThat(complete(kari, "s1", "n3")).isFalse();
            assertThat(one(tx -> stores.accounts().session(tx, "s1", NOW))).isEmpty();
            SessionRow session = one(tx -> stores.accounts().session(tx, "n1", NOW))
                    .orElseThrow()
                    .session();
            assertThat(session.stage()).isEqualTo(Stage.COMPLETE);
            assertThat(session.expiresAt()).isEqualTo(NOW.plusSeconds(99));
        }

        @Test
        void aCompleteSessionKeepsItsExpiryAndEitherGetsANewToken() {
            session("s1", Stage.COMPLETE);
            session("s2", Stage.SECOND_FACTOR_MISSING);
            write(tx -> identity.complete(tx, kari, "s1", "n1", NOW.plusSeconds(99)));
            write(tx -> identity.complete(tx, kari, "s2", "n2", NOW.plusSeconds(99)));

            assertThat(this.<Boolean>write(tx -> identity.complete(tx, ola, "n1", "n3", NOW.plusSeconds(99))))
                    .isFalse();
            assertThat(expiry("n1")).isEqualTo(NOW.plusSeconds(60));
            assertThat(expiry("n2")).isEqualTo(NOW.plusSeconds(99));
            assertThat(one(tx -> stores.accounts().session(tx, "s1", NOW))).isEmpty();
            assertThat(one(tx -> stores.accounts().session(tx, "s2", NOW))).isEmpty();
        }

        @Test
        void whoAdministersOneVendorIsNoAdministratorOfTheTenant() {
            assertThat(transactions.<Boolean>read(identity::hasAdministrator)).isFalse();
            administrator(Scope.of(new VendorId("lighting")));
            assertThat(transactions.<Boolean>read(identity::hasAdministrator)).isFalse();
            administrator(Scope.tenant());
            assertThat(transactions.<Boolean>read(identity::hasAdministrator)).isTrue();
        }

        private void administrator(Scope scope) {
            UserRow row = new UserRow(new UserId(id()), id() + "@example.org", "Per", "nb", "x", true, NOW);
            transactions.change(
                    tx -> stores.accounts().insert(tx, row, List.of(new Membership(Role.ADMINISTRATOR, scope))));
        }

        private void session(String hash, Stage stage) {
            SessionRow row = new SessionRow(
                    hash, kari, Optional.empty(), Optional.empty(), Optional.empty(), stage, NOW, NOW.plusSeconds(60));
            transactions.change(tx -> stores.accounts().insert(tx, row));
        }

        private boolean complete(UserId user, String hash, String next) {
            return write(
                    tx -> identity.complete(tx, user, hash, Stage.SECOND_FACTOR_NEEDED, next, NOW.plusSeconds(99)));
        }

        private java.time.Instant expiry(String hash) {
            return one(tx -> stores.accounts().session(tx, hash, NOW))
                    .orElseThrow()
                    .session()
                    .expiresAt();
        }

        private static ApiToken token(String id, Optional<java.time.Instant> expiry) {
            return token(id, expiry, Optional.of(new AccountId("a")));
        }

        private static ApiToken token(String id, Optional<java.time.Instant> expiry, Optional<AccountId> account) {
            return new ApiToken(
                    id,
                    "The till",
                    Set.of(Function.ORDER_READ, Function.PRICE_READ),
                    account,
                    NOW,
                    expiry,
                    Optional.empty(),
                    Optional.empty());
        }

        private boolean enrol(String secret) {
            return write(tx -> identity.enrol(tx, kari, secret, NOW));
        }

        private boolean use(String secret, long step) {
            return write(tx -> identity.useStep(tx, kari, secret, step));
        }

        private <T> T write(org.torg.api.store.Transactions.Work<T> work) {
            return transactions.write(work);
        }
    }
}
