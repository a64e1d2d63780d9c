-- What an index of the catalogue follows: a counter for each vendor, and on each article the number of its last change.
-- digest tells whether a row that is imported again says anything new.
CREATE TABLE catalog_version (
    vendor              VARCHAR(40)${binary}  NOT NULL PRIMARY KEY,
    version             BIGINT                NOT NULL
);

ALTER TABLE variant ADD COLUMN changed BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE variant ADD COLUMN digest VARCHAR(64);
CREATE INDEX variant_changed ON variant (vendor, changed, sku);
