package org.torg.connectors.smtp;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import org.torg.api.notification.MailTransport.Mail;

/** A mail as it goes over the wire. Nothing of what it is made from can add a header. */
final class MailMessage extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,100}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private final String messageId;

    /**
     * @param from the sender's address; its domain is that of the Message-ID
     * @throws IllegalArgumentException when the id of the mail is none
     */
    MailMessage(Session session, Mail mail, MailAddress from, Optional<MailAddress> replyTo, Instant now)
            throws MessagingException {
        super(session);
        if (!ID.matcher(mail.id()).matches()) {
            throw new IllegalArgumentException("no id for a mail");
        }
        messageId = "<" + mail.id() + "@" + from.domain() + ">";
        setFrom(named(from, mail.fromName()));
        for (String to : mail.to()) {
            addRecipient(Message.RecipientType.TO, MailAddress.of(to).toInternetAddress());
        }
        if (replyTo.isPresent()) {
            setReplyTo(new InternetAddress[] {replyTo.get().toInternetAddress()});
        }
        setSubject(oneLine(mail.subject()), UTF_8);
        setSentDate(Date.from(now));
        setHeader("Auto-Submitted", "auto-generated");
        setHeader("X-Auto-Response-Suppress", "All");
        if (LANGUAGE.matcher(mail.language()).matches()) {
            setHeader("Content-Language", mail.language());
        }
        MimeMultipart alternative =
                new MimeMultipart("alternative", part(mail.text(), "text/plain"), part(mail.html(), "text/html"));
        setDataHandler(Contents.handler(alternative, alternative.getContentType()));
        saveChanges();
    }

    private static MimeBodyPart part(String content, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(Contents.handler(content, type + "; charset=utf-8"));
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static InternetAddress named(MailAddress address, String name) throws MessagingException {
        InternetAddress named = address.toInternetAddress();
        try {
            named.setPersonal(oneLine(name), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("every Java has UTF-8", e);
        }
        return named;
    }

    private static String oneLine(String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }

    /** The same for each try, so that a mail which came twice can be told from two. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
