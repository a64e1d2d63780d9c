package org.torg.persistence;

import java.sql.Timestamp;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The tenant's installation: one row. */
@Entity
@Table(name = "installation")
class InstallationEntity {
    @Id
    private int id;

    @Column(name = "installed_at", nullable = false)
    private Timestamp installedAt;

    protected InstallationEntity() {}

    Timestamp installedAt() {
        return installedAt;
    }
}
