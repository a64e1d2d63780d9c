package org.torg.api.notification;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** The way by which mails leave, such as SMTP. Fails open: a mail that cannot leave now waits, and nothing else does. */
@ConsumerType
public interface MailTransport {

    /**
     * Hands a mail to the next server. Answers when that has taken it.
     *
     * @throws MailException when it has not
     */
    void send(Mail mail);

    /**
     * @param id stays the same for each try; becomes the Message-ID
     * @param to addresses as people wrote them: nothing is normalised (D08, D09)
     * @param replyTo where answers go
     */
    record Mail(
            String id,
            List<String> to,
            String fromName,
            Optional<String> replyTo,
            String subject,
            String text,
            String html,
            String language) {
        public Mail {
            to = List.copyOf(to);
        }

        @Override
        public String toString() {
            return "Mail[" + id + "]";
        }
    }

    /** A mail was not taken. Its message names no address. */
    final class MailException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final boolean permanent;

        /** @param permanent whether another try is of no use, such as for a mailbox that does not exist */
        public MailException(String message, boolean permanent, Throwable cause) {
            super(message, cause);
            this.permanent = permanent;
        }

        public boolean isPermanent() {
            return permanent;
        }
    }
}
