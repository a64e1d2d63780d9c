package org.torg.persistence.command;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.torg.api.account.AccountId;
import org.torg.api.audit.AuditEntry;
import org.torg.persistence.tx.Moments;

/** Who did what is never changed: no column is updatable. */
@Entity
@Table(name = "audit_entry")
@NullUnmarked
class AuditEntity {
    @Id
    @Column(updatable = false)
    private String id;

    @Convert(converter = Moments.class)
    @Column(name = "entered_at", updatable = false)
    private Instant enteredAt;

    @Column(updatable = false)
    private String subject;

    @Column(name = "acting_for", updatable = false)
    private String actingFor;

    @Column(updatable = false)
    private String account;

    @Column(updatable = false)
    private String channel;

    @Column(name = "request_id", updatable = false)
    private String requestId;

    @Column(updatable = false)
    private String command;

    @Column(updatable = false)
    private String target;

    protected AuditEntity() {}

    AuditEntity(AuditEntry entry) {
        id = entry.id();
        enteredAt = entry.at();
        subject = entry.subject();
        actingFor = entry.actingFor().orElse(null);
        account = entry.account().map(AccountId::value).orElse(null);
        channel = entry.channel();
        requestId = entry.requestId();
        command = entry.command();
        target = entry.target();
    }
}
