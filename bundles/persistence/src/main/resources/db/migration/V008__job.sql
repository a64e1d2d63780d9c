-- due_at is also the end of a lease: who claims a job moves it. A parked one has none.
CREATE TABLE job (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    kind                VARCHAR(60)${binary}  NOT NULL,
    argument            VARCHAR(1000)         NOT NULL,
    due_at              BIGINT,
    attempts            INTEGER               NOT NULL,
    node                VARCHAR(100),
    error               VARCHAR(1000)
);
CREATE INDEX job_due ON job (kind, due_at);

-- status: the whole of it; only its owner writes it.
CREATE TABLE import_run (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    vendor              VARCHAR(40)           NOT NULL,
    state               VARCHAR(20)           NOT NULL,
    created_at          BIGINT                NOT NULL,
    blob_id             VARCHAR(100)          NOT NULL,
    status              ${text}               NOT NULL
);

-- The lock of whoever makes an import of this vendor visible.
CREATE TABLE import_turn (
    vendor              VARCHAR(40)${binary}  NOT NULL PRIMARY KEY
);

-- running: from 0 in each import, in the order of the report.
CREATE TABLE import_report (
    import_id           VARCHAR(36)${binary}  NOT NULL,
    running             BIGINT                NOT NULL,
    line                BIGINT                NOT NULL,
    column_name         VARCHAR(100)${binary} NOT NULL,
    sku                 VARCHAR(200)          NOT NULL,
    code                VARCHAR(60)           NOT NULL,
    message             ${text}               NOT NULL,
    CONSTRAINT import_report_pk PRIMARY KEY (import_id, running),
    CONSTRAINT import_report_import FOREIGN KEY (import_id) REFERENCES import_run (id)
);
CREATE INDEX import_report_last ON import_report (import_id, running DESC);
