-- The tenant's installation: one row.
CREATE TABLE installation (
    id           INTEGER    NOT NULL PRIMARY KEY,
    installed_at TIMESTAMP  NOT NULL
);

INSERT INTO installation (id, installed_at) VALUES (1, CURRENT_TIMESTAMP);
