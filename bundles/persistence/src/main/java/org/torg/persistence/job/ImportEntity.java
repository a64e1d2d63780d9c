package org.torg.persistence.job;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.torg.api.catalog.ImportStatus;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.Moments;

@Entity
@Table(name = "import_run")
@NullUnmarked
class ImportEntity {
    @Id
    private String id;

    private String vendor;
    private String state;

    @Convert(converter = Moments.class)
    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "blob_id")
    private String blob;

    private String status;

    protected ImportEntity() {}

    ImportEntity(ImportStatus current, String blob, Documents documents) {
        id = current.id().value();
        vendor = current.request().vendor().value();
        state = current.state().name();
        createdAt = current.createdAt();
        this.blob = blob;
        status = documents.write(current);
    }
}
