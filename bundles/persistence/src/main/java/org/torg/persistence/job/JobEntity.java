package org.torg.persistence.job;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.torg.api.store.JobStore.Job;
import org.torg.persistence.tx.Moments;

@Entity
@Table(name = "job")
@NullUnmarked
class JobEntity {
    @Id
    private String id;

    private String kind;
    private String argument;

    @Convert(converter = Moments.class)
    @Column(name = "due_at")
    private Instant dueAt;

    private int attempts;

    protected JobEntity() {}

    JobEntity(Job job) {
        id = job.id();
        kind = job.kind();
        argument = job.argument();
        dueAt = job.dueAt();
        attempts = job.attempts();
    }
}
