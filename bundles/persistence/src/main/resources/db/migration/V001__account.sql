-- Buying companies, their people, who has signed in.
--
-- For all tables: a moment is a BIGINT, the microseconds since 1970-01-01T00:00Z. Derby has no type for a moment, and its
-- TIMESTAMP shifts with the zone of the JVM in the hours in which clocks change. A business date is a DATE.
-- ${text} is text without a bound, ${binary} makes PostgreSQL compare by code point, as Derby and Java do.

-- name_key is the name in lower case, by which lists are sorted. details: addresses, e-mails, preferences, external ids.
CREATE TABLE account (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    customer_number     VARCHAR(40)           NOT NULL,
    name                VARCHAR(200)          NOT NULL,
    name_key            VARCHAR(400)${binary} NOT NULL,
    organisation_number VARCHAR(40),
    country             VARCHAR(2)            NOT NULL,
    language            VARCHAR(8)            NOT NULL,
    phone               VARCHAR(40),
    verified            BOOLEAN               NOT NULL,
    version             BIGINT                NOT NULL,
    details             ${text}               NOT NULL,
    CONSTRAINT account_customer_number UNIQUE (customer_number)
);
CREATE INDEX account_name ON account (name_key, id);

-- A clinic, shop or branch. details: address, external ids.
CREATE TABLE location (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    account             VARCHAR(36)${binary}  NOT NULL,
    location_number     VARCHAR(40)           NOT NULL,
    name                VARCHAR(200)          NOT NULL,
    active              BOOLEAN               NOT NULL,
    version             BIGINT                NOT NULL,
    details             ${text}               NOT NULL,
    CONSTRAINT location_number UNIQUE (account, location_number),
    CONSTRAINT location_account FOREIGN KEY (account) REFERENCES account (id)
);

CREATE TABLE agreement (
    account             VARCHAR(36)${binary}  NOT NULL,
    vendor              VARCHAR(40)${binary}  NOT NULL,
    tier                VARCHAR(40),
    price_groups        VARCHAR(4000)         NOT NULL,
    manager             VARCHAR(36)${binary},
    CONSTRAINT agreement_pk PRIMARY KEY (account, vendor),
    CONSTRAINT agreement_account FOREIGN KEY (account) REFERENCES account (id)
);

-- email_key is the e-mail in lower case. Who does not sign in has neither e-mail nor password. new_email: asked for, and not
-- yet confirmed by a link. version grows with every change of the person's own details.
CREATE TABLE person (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    email               VARCHAR(320),
    email_key           VARCHAR(320),
    new_email           VARCHAR(320),
    name                VARCHAR(200)          NOT NULL,
    phone               VARCHAR(40),
    language            VARCHAR(8)            NOT NULL,
    password_hash       VARCHAR(300),
    active              BOOLEAN               NOT NULL,
    created_at          BIGINT                NOT NULL,
    last_seen_at        BIGINT,
    version             BIGINT                NOT NULL,
    CONSTRAINT person_email_key UNIQUE (email_key)
);

-- An empty vendor, account or location: the scope does not name one. No functions: the whole role. A row that is not active
-- gives no right: access was withdrawn. The rows of one person in one team (a vendor, an account, or neither) have the same
-- shared_login (several use it, and must say who they are before they order), active and version.
CREATE TABLE membership (
    person              VARCHAR(36)${binary}  NOT NULL,
    role_name           VARCHAR(40)           NOT NULL,
    vendor              VARCHAR(40)${binary}  NOT NULL,
    account             VARCHAR(36)${binary}  NOT NULL,
    location            VARCHAR(36)${binary}  NOT NULL,
    functions           VARCHAR(2000),
    shared_login        BOOLEAN               NOT NULL,
    active              BOOLEAN               NOT NULL,
    version             BIGINT                NOT NULL,
    CONSTRAINT membership_pk PRIMARY KEY (person, role_name, vendor, account, location),
    CONSTRAINT membership_person FOREIGN KEY (person) REFERENCES person (id)
);
CREATE INDEX membership_team ON membership (account, vendor);

-- For which account, at which location and in whose name the session acts, as it was chosen: whether it may still do so is
-- seen each time it is used. acting_kind: why it may act for that person; acting_vendor: of which vendor staff do. stage: how
-- far the sign-in has come.
CREATE TABLE sign_in (
    token_hash          VARCHAR(64)${binary}  NOT NULL PRIMARY KEY,
    person              VARCHAR(36)${binary}  NOT NULL,
    account             VARCHAR(36)${binary},
    location            VARCHAR(36)${binary},
    acting_for          VARCHAR(36)${binary},
    acting_kind         VARCHAR(20),
    acting_vendor       VARCHAR(40)${binary},
    stage               VARCHAR(40)           NOT NULL,
    created_at          BIGINT                NOT NULL,
    expires_at          BIGINT                NOT NULL,
    CONSTRAINT sign_in_person FOREIGN KEY (person) REFERENCES person (id)
);
CREATE INDEX sign_in_expiry ON sign_in (expires_at);
