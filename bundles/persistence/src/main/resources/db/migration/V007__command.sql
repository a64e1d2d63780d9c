-- What every command leaves behind: audit entry, events with their deliveries, reply.
-- No foreign keys between them: the rows of one command are written together by one store.

CREATE TABLE audit_entry (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    entered_at          BIGINT                NOT NULL,
    subject             VARCHAR(100)          NOT NULL,
    acting_for          VARCHAR(100),
    account             VARCHAR(36),
    channel             VARCHAR(20)           NOT NULL,
    request_id          VARCHAR(100)          NOT NULL,
    command             VARCHAR(60)           NOT NULL,
    target              VARCHAR(100)${binary} NOT NULL
);
CREATE INDEX audit_entry_newest ON audit_entry (id DESC);
CREATE INDEX audit_entry_target ON audit_entry (target, id DESC);

CREATE TABLE event (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    happened_at         BIGINT                NOT NULL,
    vendor              VARCHAR(40)           NOT NULL,
    account             VARCHAR(36),
    subject             VARCHAR(100)          NOT NULL,
    document            ${text}               NOT NULL
);

-- Only what is still to be done; a delivery that was carried out is removed. due_at is also the end of a lease: who claims
-- a delivery moves it. A parked one has none.
CREATE TABLE event_delivery (
    event_id            VARCHAR(36)${binary}  NOT NULL,
    consumer            VARCHAR(60)${binary}  NOT NULL,
    due_at              BIGINT,
    attempts            INTEGER               NOT NULL,
    error               VARCHAR(1000),
    CONSTRAINT event_delivery_pk PRIMARY KEY (event_id, consumer)
);
CREATE INDEX event_delivery_due ON event_delivery (consumer, due_at, event_id);

-- The feed. One row in event_feed_head, which is also the lock of whoever numbers.
CREATE TABLE event_feed (
    position            BIGINT                NOT NULL PRIMARY KEY,
    event_id            VARCHAR(36)${binary}  NOT NULL,
    CONSTRAINT event_feed_event UNIQUE (event_id)
);
CREATE TABLE event_feed_head (
    id                  INTEGER               NOT NULL PRIMARY KEY,
    position            BIGINT                NOT NULL
);
INSERT INTO event_feed_head (id, position) VALUES (1, 0);

CREATE TABLE command_reply (
    subject             VARCHAR(100)${binary} NOT NULL,
    idempotency_key     VARCHAR(100)${binary} NOT NULL,
    command             VARCHAR(60)           NOT NULL,
    request_hash        VARCHAR(64)           NOT NULL,
    result              VARCHAR(100)          NOT NULL,
    replied_at          BIGINT                NOT NULL,
    CONSTRAINT command_reply_pk PRIMARY KEY (subject, idempotency_key)
);
CREATE INDEX command_reply_age ON command_reply (replied_at);
