-- Invoices. Rows are inserted and never changed: a correction is a document of its own.
CREATE TABLE invoice (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    invoice_number      VARCHAR(40)           NOT NULL,
    seller              VARCHAR(40)           NOT NULL,
    vendor              VARCHAR(40)${binary}  NOT NULL,
    account             VARCHAR(36)${binary}  NOT NULL,
    location            VARCHAR(36)${binary},
    order_id            VARCHAR(36)${binary}  NOT NULL,
    order_number        VARCHAR(40)           NOT NULL,
    shipment            VARCHAR(36)${binary}  NOT NULL,
    issued_on           DATE                  NOT NULL,
    due_on              DATE                  NOT NULL,
    issued_at           BIGINT                NOT NULL,
    currency            CHAR(3)               NOT NULL,
    net                 DECIMAL(19,4)         NOT NULL,
    gross               DECIMAL(19,4)         NOT NULL,
    document            ${text}               NOT NULL,
    CONSTRAINT invoice_number UNIQUE (seller, invoice_number),
    CONSTRAINT invoice_shipment UNIQUE (shipment)
);
CREATE INDEX invoice_newest ON invoice (id DESC);
CREATE INDEX invoice_account ON invoice (account, id DESC);
CREATE INDEX invoice_location ON invoice (location, id DESC);
CREATE INDEX invoice_vendor ON invoice (vendor, id DESC);
CREATE INDEX invoice_order ON invoice (order_id, id DESC);
