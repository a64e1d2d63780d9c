package org.torg.connectors.smtp;

import com.sun.mail.smtp.SMTPAddressFailedException;
import com.sun.mail.smtp.SMTPSendFailedException;
import com.sun.mail.smtp.SMTPSenderFailedException;
import com.sun.mail.util.MailConnectException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.mail.AuthenticationFailedException;
import javax.mail.MessagingException;
import javax.mail.internet.AddressException;
import org.jspecify.annotations.Nullable;
import org.torg.api.notification.MailTransport.MailException;

/**
 * Tells a mail that is refused for good from one that must wait. What the operator can mend, such as a wrong password or a
 * sender that the server does not let through, is nothing that the mail should die of. Servers repeat addresses in their
 * answers: only their numbers are told on.
 */
final class Refusals {

    /** Sign-in needed, too weak, or failed (RFC 4954). */
    private static final Set<Integer> OF_THE_OPERATOR = Set.of(530, 534, 535, 538);

    private static final Pattern ENHANCED = Pattern.compile("\\b([245]\\.[0-9]{1,3}\\.[0-9]{1,3})\\b");

    private Refusals() {}

    static MailException of(MessagingException failure) {
        for (Exception at = failure; at != null; at = next(at)) {
            if (at instanceof SMTPAddressFailedException refused) {
                return answered("recipient refused", refused.getReturnCode(), refused);
            }
            if (at instanceof SMTPSenderFailedException refused) {
                return waits("sender refused: " + numbers(refused.getReturnCode(), refused));
            }
        }
        if (failure instanceof AuthenticationFailedException) {
            return waits("sign-in refused");
        }
        if (failure instanceof SMTPSendFailedException refused) {
            return answered("mail refused", refused.getReturnCode(), refused);
        }
        if (failure instanceof AddressException) {
            return new MailException("no address", true, stripped(failure));
        }
        if (failure instanceof MailConnectException) {
            return waits("no connection");
        }
        Throwable cause = failure.getCause();
        return waits("broke off: " + (cause == null ? failure.getClass() : cause.getClass()).getSimpleName());
    }

    static MailException forGood(String why) {
        return new MailException(why, true, new IllegalStateException(why));
    }

    static MailException waits(String why) {
        return new MailException(why, false, new IllegalStateException(why));
    }

    private static MailException answered(String what, int code, MessagingException failure) {
        boolean permanent = code >= 500 && code < 600 && !OF_THE_OPERATOR.contains(code);
        return new MailException(what + ": " + numbers(code, failure), permanent, stripped(failure));
    }

    private static String numbers(int code, MessagingException failure) {
        Matcher enhanced =
                ENHANCED.matcher(Optional.ofNullable(failure.getMessage()).orElse(""));
        return code + (enhanced.find() ? " " + enhanced.group(1) : "");
    }

    /** Of which kind it was; its message and its causes hold addresses. */
    private static IllegalStateException stripped(MessagingException failure) {
        return new IllegalStateException(failure.getClass().getSimpleName());
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : null;
    }
}
