-- Second factors and API tokens. Nothing here can be used by who reads it: secrets of devices are encrypted under the person's
-- key, recovery codes and tokens are SHA-256 in hex.

-- last_step: number of the latest period of which a code was used; each code counts once.
CREATE TABLE second_factor (
    person              VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    sealed_secret       VARCHAR(1000)         NOT NULL,
    confirmed           BOOLEAN               NOT NULL,
    last_step           BIGINT                NOT NULL,
    created_at          BIGINT                NOT NULL,
    CONSTRAINT second_factor_person FOREIGN KEY (person) REFERENCES person (id)
);

-- A used one is removed.
CREATE TABLE recovery_code (
    person              VARCHAR(36)${binary}  NOT NULL,
    hash                VARCHAR(64)${binary}  NOT NULL,
    CONSTRAINT recovery_code_pk PRIMARY KEY (person, hash),
    CONSTRAINT recovery_code_person FOREIGN KEY (person) REFERENCES person (id)
);

-- functions: names, parted by blanks.
CREATE TABLE api_token (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    person              VARCHAR(36)${binary}  NOT NULL,
    hash                VARCHAR(64)${binary}  NOT NULL,
    name                VARCHAR(100)          NOT NULL,
    functions           VARCHAR(2000)         NOT NULL,
    account             VARCHAR(36)${binary},
    created_at          BIGINT                NOT NULL,
    expires_at          BIGINT,
    last_used_at        BIGINT,
    revoked             BOOLEAN               NOT NULL,
    CONSTRAINT api_token_person FOREIGN KEY (person) REFERENCES person (id)
);
CREATE INDEX api_token_of ON api_token (person, created_at);
