-- Secrets of links that work once; hash is SHA-256 in hex. A used one is removed.
CREATE TABLE secret (
    hash                VARCHAR(64)${binary}  NOT NULL PRIMARY KEY,
    purpose             VARCHAR(40)${binary}  NOT NULL,
    subject             VARCHAR(100)${binary} NOT NULL,
    created_at          BIGINT                NOT NULL,
    expires_at          BIGINT                NOT NULL
);
CREATE INDEX secret_subject ON secret (subject, purpose);
CREATE INDEX secret_expiry ON secret (expires_at);
