package org.torg.connectors.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.mail.internet.MimeUtility;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subethamail.smtp.RejectException;
import org.torg.api.Clock;
import org.torg.api.notification.MailTransport.Mail;
import org.torg.api.notification.MailTransport.MailException;

class SmtpTransportTest {

    private static final Instant NOW = Instant.parse("2026-03-31T08:15:30Z");
    private static final Clock CLOCK = () -> NOW;
    private static final String TO = "Kari+Klinikk@Fjellheim.example";

    @TempDir
    Path folder;

    private static Mail mail(String to, String fromName, String subject) {
        return new Mail(
                "0198f7a0-1",
                List.of(to),
                fromName,
                Optional.empty(),
                subject,
                "Hei Kåre,\n\nblåbær = 5 €\n",
                "<p>Hei Kåre, blåbær</p>",
                "nb");
    }

    private static Mail mail(String to) {
        return mail(to, "Lysverk Øst", "Velkommen til Blåbær");
    }

    private static SmtpTransport transport(Settings settings) {
        return new SmtpTransport(CLOCK, settings, Map.of("MAIL_PASSWORD", "s3cret"));
    }

    private static MailException failure(SmtpTransport transport, Mail mail) {
        MailException failure = catchThrowableOfType(MailException.class, () -> transport.send(mail));
        assertThat(failure).as("a failure").isNotNull();
        StringWriter all = new StringWriter();
        failure.printStackTrace(new PrintWriter(all));
        assertThat(all.toString()).doesNotContain("Fjellheim", "Kari", "s3cret");
        return failure;
    }

    @Test
    void aMailArrivesAsTextAndAsHtml() throws Exception {
        try (Server server = Server.plain(0)) {
            transport(Settings.plain(server.port())).send(mail(TO));

            Server.Received mail = server.only();
            assertThat(mail.from()).isEqualTo("post@Lysverk.example");
            assertThat(mail.header("Message-ID")).contains("<0198f7a0-1@Lysverk.example>");
            assertThat(mail.header("Auto-Submitted")).contains("auto-generated");
            assertThat(mail.header("Content-Language")).contains("nb");
            assertThat(mail.header("To")).contains(TO);
            assertThat(mail.header("Date").orElseThrow()).contains("31 Mar 2026");
            assertThat(MimeUtility.decodeText(mail.header("Subject").orElseThrow()))
                    .isEqualTo("Velkommen til Blåbær");
            assertThat(MimeUtility.decodeText(mail.header("From").orElseThrow()))
                    .isEqualTo("Lysverk Øst <post@Lysverk.example>");
            assertThat(mail.header("Content-Type").orElseThrow()).startsWith("multipart/alternative");
            assertThat(mail.content())
                    .containsSubsequence(
                            "text/plain; charset=utf-8", "bl=C3=A5b=C3=A6r =3D 5 =E2=82=AC", "text/html", "<p>Hei");
        }
    }

    @Test
    @Tag("D09")
    void usersOfOneMailboxAreWrittenToAtTheirAddressesAsTheyAre() {
        List<String> addresses = List.of(
                "Klinikk+anna@Tannlege.example", "klinikk+Bo=x@Tannlege.example", "o'neil_1.a@tannlege.example");
        try (Server server = Server.plain(0)) {
            addresses.forEach(to -> transport(Settings.plain(server.port())).send(mail(to)));

            assertThat(server.received.stream().flatMap(mail -> mail.to().stream()))
                    .containsExactlyElementsOf(addresses);
        }
    }

    @Test
    void aDomainThatIsNotAsciiIsWrittenAsTheServersKnowIt() {
        try (Server server = Server.plain(0)) {
            transport(Settings.plain(server.port())).send(mail("Kari+1@blåbær.example"));

            assertThat(server.only().to()).containsExactly("Kari+1@xn--blbr-roah.example");
        }
    }

    @Test
    void aNameThatIsNotAsciiIsWrittenAsItIsToAServerThatKnowsIt() {
        try (Server server = Server.plain(0)) {
            transport(Settings.plain(server.port())).send(mail("kåre@Fjellheim.example"));

            assertThat(server.only().to()).containsExactly("kåre@Fjellheim.example");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kari",
                "",
                "@Fjellheim.example",
                "Kari@",
                "Kari@Fjellheim.example\r\nRCPT TO:<all@evil.example>",
                "Kari@Fjellheim.example, all@evil.example",
                "Kari <Kari@Fjellheim.example>",
                "\"a b\"@Fjellheim.example",
                "Kari@Fjellheim.example>",
                "Ka\u202Eri@Fjellheim.example"
            })
    void whatIsNoAddressIsRefusedForGood(String to) {
        try (Server server = Server.plain(0)) {
            assertThat(failure(transport(Settings.plain(server.port())), mail(to))
                            .isPermanent())
                    .isTrue();
            assertThat(server.received).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hei\r\nBcc: all@evil.example",
                "Hei\nBcc: all@evil.example",
                "Hei\rBcc: all@evil.example",
                "Hei\r\n\r\n<script>alert(1)</script>",
                "Blå\r\nBcc: all@evil.example",
                "שלום\u2028Bcc: all@evil.example",
            })
    void nothingInASubjectOrANameMakesAHeader(String hostile) throws Exception {
        try (Server server = Server.plain(0)) {
            transport(Settings.plain(server.port())).send(mail(TO, hostile, hostile));

            Server.Received mail = server.only();
            assertThat(mail.to()).containsExactly(TO);
            assertThat(mail.header("Bcc")).isEmpty();
            assertThat(mail.header("Content-Type").orElseThrow()).startsWith("multipart/alternative");
            assertThat(MimeUtility.decodeText(mail.header("Subject").orElseThrow()))
                    .isEqualTo(hostile.replaceAll("[\r\n\u2028]+", " "));
        }
    }

    @Test
    void aRecipientThatTheServerDoesNotKnowIsRefusedForGood() {
        try (Server server = Server.plain(0)) {
            server.refuseRecipient = Optional.of(new RejectException(550, "5.1.1 <" + TO + "> unknown"));

            MailException failure = failure(transport(Settings.plain(server.port())), mail(TO));

            assertThat(failure).hasMessage("recipient refused: 550 5.1.1");
            assertThat(failure.isPermanent()).isTrue();
        }
    }

    @Test
    void aFullMailboxIsTriedAgain() {
        try (Server server = Server.plain(0)) {
            server.refuseRecipient = Optional.of(new RejectException(452, "4.2.2 <" + TO + "> full"));

            MailException failure = failure(transport(Settings.plain(server.port())), mail(TO));

            assertThat(failure).hasMessage("recipient refused: 452 4.2.2");
            assertThat(failure.isPermanent()).isFalse();
        }
    }

    @Test
    void aContentThatTheServerRefusesIsRefusedForGood() {
        try (Server server = Server.plain(0)) {
            server.refuseContent = Optional.of(new RejectException(554, "5.7.1 spam from Kari"));

            MailException failure = failure(transport(Settings.plain(server.port())), mail(TO));

            assertThat(failure).hasMessage("mail refused: 554 5.7.1");
            assertThat(failure.isPermanent()).isTrue();
        }
    }

    @Test
    void aSenderThatTheServerRefusesIsTheOperatorsToMend() {
        try (Server server = Server.plain(0)) {
            server.refuseSender = Optional.of(new RejectException(553, "5.7.1 not your address"));

            assertThat(failure(transport(Settings.plain(server.port())), mail(TO))
                            .isPermanent())
                    .isFalse();
        }
    }

    @Test
    void aServerThatIsAwayIsTriedAgainAndThenTakesTheMail() {
        int port;
        try (Server server = Server.plain(0)) {
            port = server.port();
        }
        SmtpTransport transport = transport(Settings.plain(port));

        MailException failure = failure(transport, mail(TO));
        assertThat(failure).hasMessage("no connection");
        assertThat(failure.isPermanent()).isFalse();

        try (Server server = Server.plain(port)) {
            transport.send(mail(TO));
            assertThat(server.received).hasSize(1);
        }
    }

    @Test
    void theMailIsProtectedByStarttls() {
        SSLContext certificate = Server.certificate(folder);
        String pem = folder.resolve("mail.pem").toString();
        try (Server server = Server.starttls(certificate)) {
            transport(Settings.plain(server.port()).secured("starttls", pem)).send(mail(TO));
            assertThat(server.received).hasSize(1);

            assertThat(failure(transport(Settings.plain(server.port()).secured("starttls", "")), mail(TO)))
                    .as("a certificate that nobody vouches for")
                    .hasMessageStartingWith("broke off: SSL");
            assertThat(server.received).hasSize(1);
        }
    }

    @Test
    void theMailIsProtectedByTlsFromTheBeginning() {
        SSLContext certificate = Server.certificate(folder);
        String pem = folder.resolve("mail.pem").toString();
        try (Server server = Server.tls(certificate)) {
            transport(Settings.plain(server.port()).secured("tls", pem)).send(mail(TO));

            assertThat(server.received).hasSize(1);
        }
    }

    @Test
    void aCertificateForAnotherHostIsNotTaken() {
        SSLContext certificate = Server.certificate(folder);
        String pem = folder.resolve("mail.pem").toString();
        try (Server server = Server.tls(certificate)) {
            Settings byName = Settings.plain(server.port()).secured("tls", pem);

            MailException failure = failure(transport(byName.on("127.0.0.1")), mail(TO));

            assertThat(failure).hasMessageStartingWith("broke off: ");
            assertThat(failure.isPermanent()).isFalse();
            assertThat(server.received).isEmpty();
        }
    }

    @Test
    void whereTlsIsAskedForNothingIsSaidWithoutIt() {
        try (Server server = Server.plain(0)) {
            MailException failure =
                    failure(transport(Settings.plain(server.port()).secured("starttls", "")), mail(TO));

            assertThat(failure.isPermanent()).isFalse();
            assertThat(server.received).isEmpty();
        }
    }

    @Test
    void tlsIsAskedForUnlessTheServerIsOnThisMachine() {
        assertThat(Security.of("auto", "mail.example", 587)).isEqualTo(Security.STARTTLS);
        assertThat(Security.of("auto", "mail.example", 25)).isEqualTo(Security.STARTTLS);
        assertThat(Security.of("auto", "mail.example", 465)).isEqualTo(Security.TLS);
        assertThat(Security.of("auto", "LocalHost", 25)).isEqualTo(Security.NONE);
        assertThat(Security.of("auto", "localhost.example", 25)).isEqualTo(Security.STARTTLS);
        assertThat(Security.of("none", "mail.example", 25)).isEqualTo(Security.NONE);
        assertThatThrownBy(() -> Security.of("perhaps", "mail.example", 25))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itSignsInWithThePasswordOfAFileOrOfTheEnvironment() throws IOException {
        Path file = folder.resolve("password");
        Files.writeString(file, "s3cret\n");
        try (Server server = Server.withPassword("torg", "s3cret")) {
            Settings settings = Settings.plain(server.port());

            transport(settings.signedIn("torg", file.toString(), "")).send(mail(TO));
            transport(settings.signedIn("torg", "", "MAIL_PASSWORD")).send(mail(TO));

            assertThat(server.received).hasSize(2);
        }
    }

    @Test
    void aWrongOrMissingPasswordIsTheOperatorsToMend() throws IOException {
        Path file = folder.resolve("password");
        Files.writeString(file, "wrong");
        try (Server server = Server.withPassword("torg", "s3cret")) {
            Settings settings = Settings.plain(server.port());

            assertThat(failure(transport(settings.signedIn("torg", file.toString(), "")), mail(TO)))
                    .hasMessage("sign-in refused")
                    .satisfies(refused -> assertThat(refused.isPermanent()).isFalse());
            assertThat(failure(transport(settings.signedIn("torg", "", "OTHER")), mail(TO))
                            .isPermanent())
                    .isFalse();
            assertThat(failure(transport(settings), mail(TO)).isPermanent())
                    .as("without signing in")
                    .isFalse();
            assertThat(server.received).isEmpty();
        }
    }

    @Test
    void answersAndWhatComesBackGoWhereTheOperatorSays() {
        try (Server server = Server.plain(0)) {
            Settings settings = Settings.plain(server.port())
                    .addresses("post@lysverk.example", "bounces@lysverk.example", "kundeservice@lysverk.example");

            transport(settings).send(mail(TO));

            assertThat(server.only().from()).isEqualTo("bounces@lysverk.example");
            assertThat(server.only().header("Reply-To")).contains("kundeservice@lysverk.example");
            assertThat(server.only().header("From").orElseThrow()).endsWith("<post@lysverk.example>");
        }
    }

    @Test
    void whatCannotBeUsedIsNamedAtTheStart() {
        Settings good = Settings.plain(25);
        assertThatThrownBy(() -> transport(good.on(" "))).hasMessage("host is missing");
        assertThatThrownBy(() -> transport(good.addresses("", "", ""))).hasMessageStartingWith("from is missing");
        assertThatThrownBy(() -> transport(good.addresses("a@b.example", "b", "")))
                .hasMessageStartingWith("envelope.from");
        assertThatThrownBy(() -> transport(good.secured("tls", "nowhere.pem")))
                .hasMessage("certificates: cannot read nowhere.pem");
    }
}
