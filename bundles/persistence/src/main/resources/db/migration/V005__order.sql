-- Orders and what has left. Ids grow, so "the newest first" is "the greatest id first"; Derby reads no index backwards,
-- therefore the descending ones.

CREATE TABLE orders (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    order_number        VARCHAR(40)           NOT NULL,
    vendor              VARCHAR(40)${binary}  NOT NULL,
    account             VARCHAR(36)${binary}  NOT NULL,
    location            VARCHAR(36)${binary},
    placed_by           VARCHAR(36)           NOT NULL,
    acting_for          VARCHAR(36),
    channel             VARCHAR(20)           NOT NULL,
    status              VARCHAR(20)           NOT NULL,
    workflow_state      VARCHAR(60)           NOT NULL,
    revision            INTEGER               NOT NULL,
    version             BIGINT                NOT NULL,
    placed_at           BIGINT                NOT NULL,
    changed_at          BIGINT                NOT NULL,
    currency            CHAR(3)               NOT NULL,
    net                 DECIMAL(19,4)         NOT NULL,
    gross               DECIMAL(19,4)         NOT NULL,
    line_count          INTEGER               NOT NULL,
    purchase_order      VARCHAR(200),
    agreed_by           VARCHAR(20)           NOT NULL,
    terms_hash          VARCHAR(64)           NOT NULL,
    texts_hash          VARCHAR(64)           NOT NULL,
    approved_by         VARCHAR(36),
    snapshot            ${text}               NOT NULL,
    price               ${text}               NOT NULL,
    CONSTRAINT orders_number UNIQUE (order_number)
);
CREATE INDEX orders_newest ON orders (id DESC);
CREATE INDEX orders_account ON orders (account, id DESC);
CREATE INDEX orders_location ON orders (location, id DESC);
CREATE INDEX orders_vendor ON orders (vendor, id DESC);
CREATE INDEX orders_status ON orders (status, id DESC);
CREATE INDEX orders_account_status ON orders (account, status, id DESC);
CREATE INDEX orders_vendor_status ON orders (vendor, status, id DESC);

CREATE TABLE order_line (
    order_id            VARCHAR(36)${binary}  NOT NULL,
    position            INTEGER               NOT NULL,
    line                VARCHAR(36)           NOT NULL,
    sku                 VARCHAR(40)${binary}  NOT NULL,
    name                VARCHAR(4000)         NOT NULL,
    ordered             INTEGER               NOT NULL,
    cancelled           INTEGER               NOT NULL,
    shipped             INTEGER               NOT NULL,
    list_price          DECIMAL(19,4)         NOT NULL,
    list_amount         DECIMAL(19,4)         NOT NULL,
    net                 DECIMAL(19,4)         NOT NULL,
    vat_category        VARCHAR(40)           NOT NULL,
    stock_policy        VARCHAR(20)           NOT NULL,
    weight_kg           DECIMAL(12,4)         NOT NULL,
    bulky               BOOLEAN               NOT NULL,
    promised            DATE,
    CONSTRAINT order_line_pk PRIMARY KEY (order_id, position),
    CONSTRAINT order_line_order FOREIGN KEY (order_id) REFERENCES orders (id)
);

-- contents: lines and parcels.
CREATE TABLE shipment (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    order_id            VARCHAR(36)${binary}  NOT NULL,
    order_number        VARCHAR(40)           NOT NULL,
    vendor              VARCHAR(40)${binary}  NOT NULL,
    account             VARCHAR(36)${binary}  NOT NULL,
    location            VARCHAR(36)${binary},
    sequence_number     INTEGER               NOT NULL,
    shipped_on          DATE                  NOT NULL,
    registered_at       BIGINT                NOT NULL,
    contents            ${text}               NOT NULL,
    CONSTRAINT shipment_sequence UNIQUE (order_id, sequence_number),
    CONSTRAINT shipment_order FOREIGN KEY (order_id) REFERENCES orders (id)
);
CREATE INDEX shipment_newest ON shipment (id DESC);
CREATE INDEX shipment_account ON shipment (account, id DESC);
CREATE INDEX shipment_location ON shipment (location, id DESC);
CREATE INDEX shipment_vendor ON shipment (vendor, id DESC);
CREATE INDEX shipment_order ON shipment (order_id, id DESC);

CREATE TABLE number_series (
    series              VARCHAR(100)${binary} NOT NULL PRIMARY KEY,
    next_number         BIGINT                NOT NULL
);
