-- What is encrypted per person, and what must be found about people.

-- The master keys that wrap keys here; the keys themselves are in a file, never in the database. Numbered from 1: of two nodes
-- that start at the same time one writes number 1.
CREATE TABLE master_key (
    running             INTEGER               NOT NULL PRIMARY KEY,
    id                  VARCHAR(40)${binary}  NOT NULL,
    created_at          BIGINT                NOT NULL,
    CONSTRAINT master_key_id UNIQUE (id)
);

-- One key for each person or thing that is to be erased at once. Without its row, nothing that it has sealed can be opened.
CREATE TABLE person_key (
    owner               VARCHAR(100)${binary} NOT NULL PRIMARY KEY,
    id                  VARCHAR(20)${binary}  NOT NULL,
    master              VARCHAR(40)${binary}  NOT NULL,
    wrapped             VARCHAR(200)          NOT NULL,
    created_at          BIGINT                NOT NULL
);
CREATE INDEX person_key_master ON person_key (master);

-- Patients and end users. content: name, reference and identity number, sealed under the key of the recipient.
CREATE TABLE recipient (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    account             VARCHAR(36)${binary}  NOT NULL,
    location            VARCHAR(36)${binary}  NOT NULL,
    content             ${text}               NOT NULL,
    version             BIGINT                NOT NULL,
    created_at          BIGINT                NOT NULL
);
CREATE INDEX recipient_location ON recipient (location, id);

-- Keyed hashes of how the words of a recipient begin, other ones at each location.
CREATE TABLE recipient_word (
    recipient           VARCHAR(36)${binary}  NOT NULL,
    token               VARCHAR(30)${binary}  NOT NULL,
    CONSTRAINT recipient_word_pk PRIMARY KEY (token, recipient),
    CONSTRAINT recipient_word_recipient FOREIGN KEY (recipient) REFERENCES recipient (id)
);
CREATE INDEX recipient_word_recipient ON recipient_word (recipient);

-- Orders in which somebody who was erased is still named, because the law wants them kept.
CREATE TABLE held_order (
    person              VARCHAR(36)${binary}  NOT NULL,
    order_id            VARCHAR(36)${binary}  NOT NULL,
    CONSTRAINT held_order_pk PRIMARY KEY (person, order_id)
);

-- Who did what in one account, and what one person did or was done for.
CREATE INDEX audit_entry_account ON audit_entry (account, id DESC);
CREATE INDEX audit_entry_subject ON audit_entry (subject, id DESC);
CREATE INDEX audit_entry_acting_for ON audit_entry (acting_for, id DESC);
