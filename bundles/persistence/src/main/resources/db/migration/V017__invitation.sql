-- Who was asked to join a team and has not answered yet. Apart from the persons: nothing tells whether somebody with this
-- e-mail is known. An empty vendor or account: the team is not of one. A later invitation of the same e-mail takes the place
-- of the earlier. No functions: the whole role.
CREATE TABLE invitation (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    vendor              VARCHAR(40)${binary}  NOT NULL,
    account             VARCHAR(36)${binary}  NOT NULL,
    email               VARCHAR(320)          NOT NULL,
    email_key           VARCHAR(320)          NOT NULL,
    name                VARCHAR(200)          NOT NULL,
    phone               VARCHAR(40),
    language            VARCHAR(8)            NOT NULL,
    role_name           VARCHAR(40)           NOT NULL,
    functions           VARCHAR(2000),
    locations           ${text}               NOT NULL,
    shared_login        BOOLEAN               NOT NULL,
    created_at          BIGINT                NOT NULL,
    expires_at          BIGINT                NOT NULL,
    CONSTRAINT invitation_once UNIQUE (account, vendor, email_key)
);
CREATE INDEX invitation_expiry ON invitation (expires_at);

-- One person acts for another until a day, that day included (B02). Rows stay when they have ended.
CREATE TABLE guardianship (
    guardian            VARCHAR(36)${binary}  NOT NULL,
    dependant           VARCHAR(36)${binary}  NOT NULL,
    until_day           DATE                  NOT NULL,
    proof               VARCHAR(200)          NOT NULL,
    CONSTRAINT guardianship_pk PRIMARY KEY (guardian, dependant),
    CONSTRAINT guardianship_guardian FOREIGN KEY (guardian) REFERENCES person (id),
    CONSTRAINT guardianship_dependant FOREIGN KEY (dependant) REFERENCES person (id)
);

-- Somebody has forgotten a password, known here or not: looked up later, so that the answer does not tell. Removed then.
CREATE TABLE reset_request (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    email               VARCHAR(320)          NOT NULL,
    created_at          BIGINT                NOT NULL
);
CREATE INDEX reset_request_age ON reset_request (created_at);
