package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Outcomes.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torg.api.Outcome;
import org.torg.api.account.FirstAdministrator;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.Sessions.SignedIn;
import org.torg.api.account.Sessions.Stage;
import org.torg.api.account.UserId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.KernelContract;
import org.torg.kernel.fixture.Parallel;

class FirstAdministratorTest {

    private static final String PASSWORD = "hemmelig setning";

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

        @TempDir
        private Path data;

        private final SecretTries tries =
                new SecretTries(new StrangerBudget(new SignInThrottle(), kernel.clock), kernel.clock);
        private final OneTimeSecrets secrets = new OneTimeSecrets(kernel.stores.secrets(), kernel.clock);

        Contract(Database database) {
            super(database);
        }

        @Test
        void theFirstStartWritesALinkThatOnlyTheOwnerOfTheFileReads() throws IOException {
            link(data).write();

            Path file = data.resolve("first-administrator.txt");
            assertThat(Files.readString(file)).matches("https://shop\\.example/first#[A-Za-z0-9_-]{43}\n");
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(service(data).isMissing()).isTrue();
        }

        @Test
        void whoHoldsTheLinkBecomesAdministratorAndTheLinkIsGone() throws IOException {
            link(data).write();
            String secret = secret(data);

            UserId user = claim(secret).orElseThrow();

            assertThat(service(data).isMissing()).isFalse();
            assertThat(data.resolve("first-administrator.txt")).doesNotExist();
            List<Membership> memberships =
                    kernel.transactions.read(tx -> kernel.stores.accounts().memberships(tx, user));
            assertThat(memberships).containsExactly(new Membership(Role.ADMINISTRATOR, Scope.tenant()));
            SignedIn signedIn = kernel.sessions
                    .signIn(
                            Callers.stranger(),
                            "eva@lysverk.example",
                            PASSWORD.toCharArray(),
                            Optional.empty(),
                            "127.0.0.1")
                    .orElseThrow();
            assertThat(signedIn.stage()).isEqualTo(Stage.SECOND_FACTOR_MISSING);
            assertThat(code(claim(secret))).isEqualTo("secret-invalid");
        }

        @Test
        void anotherStartKeepsTheLinkWhileItIsGood() throws IOException {
            link(data).write();
            String secret = secret(data);

            link(data).write();
            assertThat(secret(data)).isEqualTo(secret);
            kernel.clock.move(Duration.ofDays(30));
            assertThat(code(claim(secret))).isEqualTo("secret-invalid");
            link(data).write();
            assertThat(secret(data)).isNotEqualTo(secret);
            assertThat(code(claim(secret(data)))).isEqualTo("done");
        }

        @Test
        void aStartWithAnAdministratorLeavesNoLink() throws IOException {
            link(data).write();
            String secret = secret(data);
            claim(secret).orElseThrow();
            Files.writeString(data.resolve("first-administrator.txt"), "https://shop.example/first#" + secret);

            link(data).write();

            assertThat(data.resolve("first-administrator.txt")).doesNotExist();
        }

        @Test
        void whateverIsWrongWithTheSecretTheAnswerIsTheSame() {
            link(data).write();

            Outcome<UserId> odd = claim("nonsense");
            Outcome<UserId> unknown = claim("A".repeat(43));

            assertThat(code(odd)).isEqualTo("secret-invalid");
            assertThat(unknown).isEqualTo(odd);
        }

        @Test
        void badDetailsLeaveTheSecretGood() throws IOException {
            link(data).write();
            String secret = secret(data);

            assertThat(code(service(data)
                            .claim(Callers.stranger(), secret, "eva@lysverk.example", "Eva", "short".toCharArray())))
                    .isEqualTo("password-too-short");
            assertThat(code(service(data)
                            .claim(
                                    Callers.stranger(),
                                    secret,
                                    "eva@lysverk.example",
                                    "Eva",
                                    "password123".toCharArray())))
                    .isEqualTo("password-leaked");
            assertThat(code(service(data).claim(Callers.stranger(), secret, "eva", "Eva", PASSWORD.toCharArray())))
                    .isEqualTo("user-invalid");
            assertThat(code(claim(secret))).isEqualTo("done");
        }

        @Test
        void ofTheLinksOfSeveralNodesOneMakesAnAdministrator() throws IOException {
            Path other = Files.createDirectory(data.resolve("other"));
            link(data).write();
            link(other).write();
            List<String> both = List.of(secret(data), secret(other));
            assertThat(both).doesNotHaveDuplicates();

            List<String> answers = Parallel.run(
                    2,
                    i -> code(service(data)
                            .claim(
                                    Callers.stranger(),
                                    both.get(i),
                                    "eva" + i + "@lysverk.example",
                                    "Eva",
                                    PASSWORD.toCharArray())));

            assertThat(answers).containsExactlyInAnyOrder("done", "secret-invalid");
        }

        private FirstAdministratorLink link(Path folder) {
            return new FirstAdministratorLink(
                    kernel.transactions, kernel.stores.identity(), secrets, folder, "https://shop.example/");
        }

        private FirstAdministrator service(Path folder) {
            return new FirstAdministratorService(
                    kernel.transactions,
                    kernel.stores.identity(),
                    kernel.stores.accounts(),
                    secrets,
                    new PasswordHashes(),
                    new PasswordRules(kernel.policies),
                    link(folder),
                    kernel.commands,
                    kernel.ids,
                    kernel.clock,
                    tries);
        }

        private Outcome<UserId> claim(String secret) {
            return service(data)
                    .claim(Callers.stranger(), secret, "eva@lysverk.example", "Eva Lysverk", PASSWORD.toCharArray());
        }

        private static String secret(Path folder) throws IOException {
            String link =
                    Files.readString(folder.resolve("first-administrator.txt")).strip();
            return link.substring(link.indexOf('#') + 1);
        }
    }
}
