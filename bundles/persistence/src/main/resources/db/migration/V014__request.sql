-- What customers ask for and staff decide. content, reason: sealed under a key of the request itself, made for it and
-- destroyed with the person; note: of the system, never about a person. open_key: no two open requests have the same one; that
-- of a decided one is its id.
CREATE TABLE customer_request (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    kind                VARCHAR(20)           NOT NULL,
    content             ${text}               NOT NULL,
    vendor              VARCHAR(40)${binary},
    account             VARCHAR(36)${binary},
    person              VARCHAR(36)${binary},
    acting_for          VARCHAR(36)${binary},
    matched             VARCHAR(36)${binary},
    state               VARCHAR(10)           NOT NULL,
    asked_at            BIGINT                NOT NULL,
    version             BIGINT                NOT NULL,
    open_key            VARCHAR(100)${binary} NOT NULL,
    CONSTRAINT customer_request_open UNIQUE (open_key)
);
CREATE INDEX customer_request_account ON customer_request (account, id DESC);
CREATE INDEX customer_request_person ON customer_request (person, id DESC);
CREATE INDEX customer_request_matched ON customer_request (matched);
CREATE INDEX customer_request_state ON customer_request (state, id DESC);

CREATE TABLE customer_request_step (
    request             VARCHAR(36)${binary}  NOT NULL,
    running             BIGINT                NOT NULL,
    happened_at         BIGINT                NOT NULL,
    person              VARCHAR(36)${binary},
    state               VARCHAR(10)           NOT NULL,
    reason              ${text},
    note                VARCHAR(1000),
    CONSTRAINT customer_request_step_pk PRIMARY KEY (request, running),
    CONSTRAINT customer_request_step_of FOREIGN KEY (request) REFERENCES customer_request (id) ON DELETE CASCADE
);

-- Who wants to become a customer and has not confirmed it. content: sealed under a key of its own.
CREATE TABLE registration (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    vendor              VARCHAR(40)${binary}  NOT NULL,
    content             ${text}               NOT NULL,
    created_at          BIGINT                NOT NULL,
    expires_at          BIGINT                NOT NULL
);
