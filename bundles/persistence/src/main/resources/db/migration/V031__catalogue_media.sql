-- Pictures, documents and relations of articles and categories. Rows arrive in batches, as prices do.

-- activation: 0 while nobody may see the batch; then its place in the order of activation.
CREATE TABLE catalog_batch (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    vendor              VARCHAR(40)${binary}  NOT NULL,
    activation          BIGINT                NOT NULL
);
CREATE INDEX catalog_batch_activation ON catalog_batch (activation);

-- A document, or one size of a picture. main: hash of the picture's largest size, of a document its own.
CREATE TABLE media_file (
    vendor              VARCHAR(40)${binary}  NOT NULL,
    main                VARCHAR(64)${binary}  NOT NULL,
    hash                VARCHAR(64)${binary}  NOT NULL,
    blob_id             VARCHAR(100)          NOT NULL,
    media_type          VARCHAR(40)           NOT NULL,
    name                VARCHAR(200)          NOT NULL,
    bytes               BIGINT                NOT NULL,
    width               INTEGER               NOT NULL,
    height              INTEGER               NOT NULL,
    kept_at             BIGINT                NOT NULL,
    CONSTRAINT media_file_pk PRIMARY KEY (main, vendor, hash)
);
CREATE INDEX media_file_hash ON media_file (hash);

-- owner: a SKU or a category's path. An empty main: the owner has none of this kind any more. An empty meant_for: for everybody.
CREATE TABLE media (
    id                  BIGINT GENERATED ALWAYS AS IDENTITY,
    batch               VARCHAR(36)${binary}  NOT NULL,
    vendor              VARCHAR(40)${binary}  NOT NULL,
    owner_kind          VARCHAR(10)           NOT NULL,
    owner               VARCHAR(255)${binary} NOT NULL,
    kind                VARCHAR(10)           NOT NULL,
    main                VARCHAR(64)${binary}  NOT NULL,
    meant_for           VARCHAR(2)            NOT NULL,
    title_language      VARCHAR(2)            NOT NULL,
    title               VARCHAR(200)          NOT NULL,
    place               INTEGER               NOT NULL
);
CREATE UNIQUE INDEX media_id ON media (id);
CREATE INDEX media_owner ON media (owner, vendor, owner_kind, kind);
CREATE INDEX media_of_batch ON media (batch);
CREATE INDEX media_main ON media (main, vendor);

-- An empty related: the article has none of this relation any more.
CREATE TABLE related_article (
    id                  BIGINT GENERATED ALWAYS AS IDENTITY,
    batch               VARCHAR(36)${binary}  NOT NULL,
    vendor              VARCHAR(40)${binary}  NOT NULL,
    sku                 VARCHAR(40)${binary}  NOT NULL,
    relation            VARCHAR(20)           NOT NULL,
    related             VARCHAR(40)${binary}  NOT NULL,
    place               INTEGER               NOT NULL
);
CREATE UNIQUE INDEX related_article_id ON related_article (id);
CREATE INDEX related_article_sku ON related_article (sku, vendor, relation);
CREATE INDEX related_article_of_batch ON related_article (batch);
