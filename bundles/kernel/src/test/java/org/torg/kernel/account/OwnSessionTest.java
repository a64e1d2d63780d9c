package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.STAFF;
import static org.torg.kernel.fixture.Outcomes.code;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.NewUser;
import org.torg.api.account.ApiTokens.NewToken;
import org.torg.api.account.Caller;
import org.torg.api.account.Device;
import org.torg.api.account.Device.Browser;
import org.torg.api.account.Device.Platform;
import org.torg.api.account.Function;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.Sessions.OpenSession;
import org.torg.api.account.Sessions.SignedIn;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.KernelContract;

class OwnSessionTest {

    private static final String PASSWORD = "hemmelig setning";
    private static final String KARI = "kari@example.no";
    private static final String OLA = "ola@example.no";
    private static final AccountId ACCOUNT = new AccountId("a");
    private static final Device FIREFOX = new Device(Browser.FIREFOX, Platform.LINUX);

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

    abstract static class Contract extends KernelContract {

        Contract(Database database) {
            super(database);
        }

        @BeforeEach
        void peopleWhoSignIn() {
            for (String email : List.of(KARI, OLA)) {
                NewUser user = new NewUser(email, "Kari", "nb", Set.of(new Membership(Role.OWNER, Scope.of(ACCOUNT))));
                var unused = kernel.accounts
                        .createUser(STAFF, Optional.empty(), user, PASSWORD.toCharArray())
                        .orElseThrow();
            }
        }

        private SignedIn signIn(String email, Optional<Device> device) {
            return kernel.sessions
                    .signIn(Callers.stranger(), email, PASSWORD.toCharArray(), Optional.empty(), "192.0.2.1", device)
                    .orElseThrow();
        }

        private Caller resolve(String token) {
            return kernel.sessions
                    .resolve(token, Caller.Channel.PORTAL, "request", Optional.empty())
                    .orElseThrow();
        }

        private boolean works(String token) {
            return kernel.sessions
                    .resolve(token, Caller.Channel.PORTAL, "request", Optional.empty())
                    .isDone();
        }

        private List<OpenSession> open(String token) {
            return kernel.sessions.open(resolve(token), token).orElseThrow();
        }

        @Test
        void oneSeesWhereOneIsSignedInSinceWhenAndByWhat() {
            Instant began = kernel.clock.now();
            String home = signIn(KARI, Optional.of(FIREFOX)).token();
            kernel.clock.move(Duration.ofMinutes(20));
            String work = signIn(KARI, Optional.empty()).token();
            SignedIn other = signIn(OLA, Optional.empty());
            assertThat(works(other.token())).isTrue();

            List<OpenSession> own = open(home);
            assertThat(own).hasSize(2);
            assertThat(own.get(0).current()).isTrue();
            assertThat(own.get(0).since()).isEqualTo(began);
            assertThat(own.get(0).device()).contains(FIREFOX);
            assertThat(own.get(1).current()).isFalse();
            assertThat(own.get(1).device()).isEmpty();
            assertThat(own).noneMatch(one -> one.id().contains(home) || one.id().equals(RandomTokens.hash(work)));
        }

        @Test
        void aUseIsNotedToWithinMinutes() {
            Instant began = kernel.clock.now();
            String token = signIn(KARI, Optional.empty()).token();
            kernel.clock.move(Duration.ofMinutes(4));
            assertThat(open(token).get(0).lastUsedAt()).isEqualTo(began);
            kernel.clock.move(Duration.ofMinutes(1));
            assertThat(open(token).get(0).lastUsedAt()).isEqualTo(began.plus(Duration.ofMinutes(5)));
        }

        @Test
        void oneSessionIsEndedElsewhere() {
            String here = signIn(KARI, Optional.empty()).token();
            String there = signIn(KARI, Optional.of(FIREFOX)).token();
            Caller kari = resolve(here);
            String id = open(here).get(1).id();

            assertThat(kernel.sessions.end(kari, here, id).orElseThrow()).hasSize(1);
            assertThat(works(there)).isFalse();
            assertThat(works(here)).isTrue();
            assertThat(code(kernel.sessions.end(kari, here, id))).isEqualTo("session-not-found");
        }

        @Test
        void allOthersAreEndedTogetherAndNobodyElses() {
            String here = signIn(KARI, Optional.empty()).token();
            String there = signIn(KARI, Optional.empty()).token();
            String third = signIn(KARI, Optional.empty()).token();
            String olas = signIn(OLA, Optional.empty()).token();

            assertThat(kernel.sessions.endOthers(resolve(here), here).orElseThrow())
                    .singleElement()
                    .matches(OpenSession::current);
            assertThat(List.of(works(here), works(there), works(third), works(olas)))
                    .containsExactly(true, false, false, true);
        }

        @Test
        void aForeignSessionIsAsOneThatIsNotThere() {
            String here = signIn(KARI, Optional.empty()).token();
            String olas = signIn(OLA, Optional.empty()).token();
            String id = open(olas).get(0).id();

            assertThat(code(kernel.sessions.end(resolve(here), here, id))).isEqualTo("session-not-found");
            // Who shows another's token, or none, ends nothing.
            assertThat(code(kernel.sessions.endOthers(resolve(here), olas))).isEqualTo("token-invalid");
            assertThat(code(kernel.sessions.endOthers(resolve(here), ""))).isEqualTo("token-invalid");
            assertThat(works(here) && works(olas)).isTrue();
        }

        @Test
        void programsAndStrangersHaveNone() {
            String here = signIn(KARI, Optional.empty()).token();
            String program = kernel.apiTokens
                    .create(
                            resolve(here),
                            new NewToken("Till", Set.of(Function.ORDER_READ), Optional.of(ACCOUNT), Optional.empty()))
                    .orElseThrow()
                    .secret();
            assertThat(code(kernel.sessions.open(resolve(program), program))).isEqualTo("person-required");
            assertThat(code(kernel.sessions.endOthers(resolve(program), program)))
                    .isEqualTo("person-required");
            assertThat(code(kernel.sessions.open(Callers.stranger(), ""))).isEqualTo("token-missing");
            assertThat(code(kernel.sessions.end(Callers.stranger(), "", "any"))).isEqualTo("token-missing");
        }
    }
}
