-- Files that customers send. place: the location, else the account. label: sealed under the key of the upload. sent_by: whose, until
-- that person is erased. owners: how many rows of upload_owner there are; counted here, so that nothing is removed to which somebody
-- refers at the same moment. state REMOVED: the files go next, then the row.
CREATE TABLE upload (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    account             VARCHAR(36)${binary}  NOT NULL,
    location            VARCHAR(36)${binary},
    place               VARCHAR(36)${binary}  NOT NULL,
    vendor              VARCHAR(40)${binary}  NOT NULL,
    sent_by             VARCHAR(36)${binary},
    recipient           VARCHAR(36)${binary},
    file_type           VARCHAR(10)${binary}  NOT NULL,
    label               VARCHAR(1000),
    size_bytes          BIGINT                NOT NULL,
    received            BIGINT                NOT NULL,
    state               VARCHAR(20)${binary}  NOT NULL,
    refusal             VARCHAR(40)${binary},
    stored_bytes        BIGINT,
    stored_sha256       VARCHAR(64)${binary},
    owners              INTEGER               NOT NULL,
    created_at          BIGINT                NOT NULL,
    expires_at          BIGINT                NOT NULL
);
CREATE INDEX upload_place ON upload (place, id);
CREATE INDEX upload_expiry ON upload (owners, expires_at);
CREATE INDEX upload_sent_by ON upload (sent_by);
CREATE INDEX upload_recipient ON upload (recipient);

-- What refers to an upload: an order, a cart, a quote.
CREATE TABLE upload_owner (
    upload              VARCHAR(36)${binary}  NOT NULL,
    kind                VARCHAR(20)${binary}  NOT NULL,
    owner               VARCHAR(64)${binary}  NOT NULL,
    CONSTRAINT upload_owner_pk PRIMARY KEY (upload, kind, owner),
    CONSTRAINT upload_owner_upload FOREIGN KEY (upload) REFERENCES upload (id)
);
CREATE INDEX upload_owner_owner ON upload_owner (kind, owner);

-- Who adds an upload at a place waits for whoever else does.
CREATE TABLE upload_turn (
    place               VARCHAR(36)${binary}  NOT NULL PRIMARY KEY
);
