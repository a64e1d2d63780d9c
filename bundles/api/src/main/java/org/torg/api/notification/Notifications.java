package org.torg.api.notification;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.vendor.VendorId;

/** Mails as staff see them: by template and state, never their content. Needs {@code MAIL_READ}. */
@ProviderType
public interface Notifications {

    /** The newest first. */
    Outcome<Page<Notification>> find(Caller caller, Optional<State> state, PageRequest page);

    /** Tries a dead one again. Refused with {@code mail-not-dead}. */
    Outcome<Notification> again(Caller caller, Optional<IdempotencyKey> key, String id);

    /** Gives a dead one up; its content is removed. Refused with {@code mail-not-dead}. */
    Outcome<Notification> drop(Caller caller, Optional<IdempotencyKey> key, String id);

    enum State {
        WAITING,
        SENT,
        /** Given up after many tries, or refused for good. */
        DEAD,
        DROPPED
    }

    /**
     * @param to masked, such as {@code i…@fjellheim.example}
     * @param error why the last try failed, without personal data
     */
    record Notification(
            String id,
            Optional<VendorId> vendor,
            String template,
            String language,
            String to,
            State state,
            int attempts,
            Instant createdAt,
            Optional<Instant> dueAt,
            Optional<Instant> sentAt,
            Optional<String> error) {}
}
