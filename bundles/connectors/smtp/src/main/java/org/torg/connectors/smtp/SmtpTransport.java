package org.torg.connectors.smtp;

import com.sun.mail.smtp.SMTPTransport;
import java.io.IOException;
import java.net.IDN;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.mail.Address;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.URLName;
import javax.mail.internet.AddressException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Clock;
import org.torg.api.notification.MailTransport;

/**
 * Hands mails to one mail server, which takes them from there. Absent until it is configured; mails wait meanwhile. Each mail
 * has a connection of its own: a server that is slow or away keeps no mail but the one that it was asked to take.
 */
@Component(
        service = MailTransport.class,
        configurationPid = "org.torg.connectors.smtp",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SmtpConfiguration.class)
public final class SmtpTransport implements MailTransport {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpTransport.class);

    private final SmtpConfiguration configuration;
    private final Clock clock;
    private final Map<String, String> environment;
    private final String host;
    private final Security security;
    private final MailAddress from;
    private final MailAddress envelopeFrom;
    private final Optional<MailAddress> replyTo;
    private final Properties properties;

    /** @throws IllegalArgumentException when the configuration is not usable; its message says why */
    @Activate
    public SmtpTransport(@Reference Clock clock, SmtpConfiguration configuration) {
        this(clock, configuration, System.getenv());
    }

    SmtpTransport(Clock clock, SmtpConfiguration configuration, Map<String, String> environment) {
        this.clock = clock;
        this.configuration = configuration;
        this.environment = environment;
        if (Optional.ofNullable(configuration.host()).orElse("").isBlank()) {
            throw new IllegalArgumentException("host is missing");
        }
        host = IDN.toASCII(configuration.host().strip());
        security = Security.of(configuration.security().strip(), host, configuration.port());
        from = address("from", Optional.ofNullable(configuration.from()).orElse(""));
        envelopeFrom = configuration.envelope_from().isBlank()
                ? from
                : address("envelope.from", configuration.envelope_from());
        replyTo = configuration.reply_to().isBlank()
                ? Optional.empty()
                : Optional.of(address("reply.to", configuration.reply_to()));
        properties = properties();
        LOG.info("Mails leave by {}:{} ({})", host, configuration.port(), security);
        if (security == Security.NONE && !Security.isLoopback(host)) {
            LOG.warn("Mails go to {} in the clear, with the secrets of their links", host);
        }
    }

    private static MailAddress address(String name, String written) {
        try {
            return MailAddress.of(written.strip());
        } catch (AddressException e) {
            throw new IllegalArgumentException(name + " is missing or no address: " + e.getMessage(), e);
        }
    }

    private Properties properties() {
        Properties all = new Properties();
        all.put("mail.smtp.localhost", from.domain());
        all.put("mail.smtp.connectiontimeout", Integer.toString(1000 * configuration.connect_timeout()));
        all.put("mail.smtp.timeout", Integer.toString(1000 * configuration.timeout()));
        all.put("mail.smtp.writetimeout", Integer.toString(1000 * configuration.timeout()));
        // Once the server has the mail nothing that follows makes it a failure.
        all.put("mail.smtp.quitwait", "false");
        all.put("mail.smtp.auth", Boolean.toString(!configuration.user().isBlank()));
        all.put("mail.smtp.from", envelopeFrom.local() + "@" + envelopeFrom.domain());
        all.put("mail.smtp.starttls.enable", Boolean.toString(security == Security.STARTTLS));
        all.put("mail.smtp.starttls.required", Boolean.toString(security == Security.STARTTLS));
        all.put("mail.smtp.ssl.enable", Boolean.toString(security == Security.TLS));
        all.put("mail.smtp.ssl.checkserveridentity", "true");
        all.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        if (!configuration.certificates().isBlank()) {
            all.put(
                    "mail.smtp.ssl.socketFactory",
                    TrustedCertificates.sockets(
                            Path.of(configuration.certificates().strip())));
        }
        return all;
    }

    @Override
    public void send(Mail mail) {
        try {
            send(mail, needsUtf8(mail));
        } catch (MessagingException e) {
            throw Refusals.of(e);
        }
    }

    private static boolean needsUtf8(Mail mail) throws AddressException {
        for (String to : mail.to()) {
            if (MailAddress.of(to).needsUtf8()) {
                return true;
            }
        }
        return false;
    }

    private void send(Mail mail, boolean utf8) throws MessagingException {
        Properties own = new Properties();
        own.putAll(properties);
        own.put("mail.mime.allowutf8", Boolean.toString(utf8));
        Session session = Session.getInstance(own);
        Optional<MailAddress> answers = mail.replyTo().isPresent()
                ? Optional.of(MailAddress.of(mail.replyTo().get()))
                : replyTo;
        MailMessage message = new MailMessage(session, mail, from, answers, clock.now());
        Address[] recipients = message.getAllRecipients();
        if (recipients == null) {
            throw new AddressException("a mail to nobody");
        }
        SMTPTransport transport =
                new SMTPTransport(session, new URLName("smtp", host, configuration.port(), "", "", ""));
        try {
            connect(transport);
            if (utf8 && !transport.supportsExtension("SMTPUTF8")) {
                throw Refusals.forGood("the server takes no address outside ASCII");
            }
            transport.sendMessage(message, Arrays.copyOf(recipients, recipients.length));
        } finally {
            close(transport);
        }
    }

    private void connect(SMTPTransport transport) throws MessagingException {
        if (configuration.user().isBlank()) {
            transport.connect(host, configuration.port(), null, null);
        } else {
            transport.connect(host, configuration.port(), configuration.user(), password());
        }
    }

    /** Read for each mail, so that a new one counts at once. */
    private String password() {
        if (!configuration.password_file().isBlank()) {
            try {
                return Files.readString(Path.of(configuration.password_file().strip()))
                        .strip();
            } catch (IOException e) {
                throw Refusals.waits("the file with the password cannot be read");
            }
        }
        return Optional.ofNullable(environment.get(configuration.password_environment()))
                .orElseThrow(() -> Refusals.waits("there is no password"));
    }

    /** Whatever happens now, the mail has left or has failed before. */
    private static void close(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("The connection did not end well: {}", e.getClass().getSimpleName());
        }
    }
}
