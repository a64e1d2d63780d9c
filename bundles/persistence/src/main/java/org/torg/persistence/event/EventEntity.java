package org.torg.persistence.event;

import java.sql.SQLException;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.torg.api.account.AccountId;
import org.torg.api.event.Event;
import org.torg.api.event.EventRecord;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.Moments;
import org.torg.persistence.tx.Row;

/** What has happened is never changed: no column is updatable. */
@Entity
@Table(name = "event")
@NullUnmarked
class EventEntity {
    @Id
    @Column(updatable = false)
    private String id;

    @Convert(converter = Moments.class)
    @Column(name = "happened_at", updatable = false)
    private Instant happenedAt;

    @Column(updatable = false)
    private String vendor;

    @Column(updatable = false)
    private String account;

    @Column(updatable = false)
    private String subject;

    @Column(updatable = false)
    private String document;

    protected EventEntity() {}

    EventEntity(EventRecord event, Documents documents) {
        id = event.id();
        happenedAt = event.at();
        vendor = event.event().vendor().value();
        account = event.event().account().map(AccountId::value).orElse(null);
        subject = event.event().subject();
        document = documents.write(event.event());
    }

    /** Of the columns {@code id}, {@code happened_at} and {@code document}. */
    static EventRecord read(Row row, Documents documents) throws SQLException {
        return new EventRecord(
                row.text("id"), row.moment("happened_at"), documents.read(row.text("document"), Event.class));
    }
}
