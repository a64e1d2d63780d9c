package org.torg.api.privacy;

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
}
