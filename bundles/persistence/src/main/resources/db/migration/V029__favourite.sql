-- What people order again and again. Nothing about a recipient is in it.

-- owner: in whose name it was saved; none when that person was erased.
-- name_key: the name in lower case, to be searched.
CREATE TABLE favourite (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    vendor              VARCHAR(40)${binary}  NOT NULL,
    account             VARCHAR(36)${binary}  NOT NULL,
    owner               VARCHAR(36)${binary},
    sharing             VARCHAR(20)           NOT NULL,
    location            VARCHAR(36)${binary},
    name                VARCHAR(200)          NOT NULL,
    name_key            VARCHAR(400)          NOT NULL,
    version             BIGINT                NOT NULL,
    created_at          BIGINT                NOT NULL,
    changed_at          BIGINT                NOT NULL
);
CREATE INDEX favourite_account ON favourite (account, id DESC);
CREATE INDEX favourite_owner ON favourite (owner);

-- configuration: a document, as far as it is about the thing.
CREATE TABLE favourite_line (
    favourite           VARCHAR(36)${binary}  NOT NULL,
    line                VARCHAR(36)${binary}  NOT NULL,
    position            INTEGER               NOT NULL,
    sku                 VARCHAR(40)${binary}  NOT NULL,
    quantity            INTEGER               NOT NULL,
    configuration       ${text},
    CONSTRAINT favourite_line_pk PRIMARY KEY (favourite, line),
    CONSTRAINT favourite_line_favourite FOREIGN KEY (favourite) REFERENCES favourite (id)
);
