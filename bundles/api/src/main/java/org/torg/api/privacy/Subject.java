package org.torg.api.privacy;

import java.util.Optional;
import org.torg.api.account.RecipientId;
import org.torg.api.account.UserId;

/** A person about whom something is kept. */
public sealed interface Subject {

    /** Opaque. */
    String id();

    record User(UserId user) implements Subject {
        @Override
        public String id() {
            return user.value();
        }
    }

    record Patient(RecipientId recipient) implements Subject {
        @Override
        public String id() {
            return recipient.value();
        }
    }

    /**
     * Somebody without a login, known by an e-mail alone: who was invited, has registered, or is the contact of an order.
     *
     * @param key keyed hash of the e-mail, in lower case; 22 characters
     * @param email in lower case; empty when only what was noted under the key can be looked for
     */
    record Address(String key, Optional<String> email) implements Subject {
        @Override
        public String id() {
            return "address:" + key;
        }

        @Override
        public String toString() {
            return "Address";
        }
    }
}
