package org.torg.persistence.account;

import java.time.Instant;
import java.util.Locale;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore.UserRow;
import org.torg.persistence.tx.Moments;

@Entity
@Table(name = "person")
@NullUnmarked
class PersonEntity {
    @Id
    private String id;

    private String email;

    @Column(name = "email_key")
    private String emailKey;

    private String name;
    private String language;

    @Column(name = "password_hash")
    private String passwordHash;

    private boolean active;

    @Convert(converter = Moments.class)
    @Column(name = "created_at")
    private Instant createdAt;

    private long version;

    protected PersonEntity() {}

    PersonEntity(UserRow user) {
        id = user.id().value();
        email = user.email();
        emailKey = key(user.email());
        name = user.name();
        language = user.language();
        passwordHash = user.passwordHash();
        active = user.active();
        createdAt = user.createdAt();
        version = 1;
    }

    /** An e-mail as it is compared. */
    static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    UserRow user() {
        return new UserRow(new UserId(id), email, name, language, passwordHash, active, createdAt);
    }
}
