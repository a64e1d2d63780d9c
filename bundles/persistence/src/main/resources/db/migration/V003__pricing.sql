-- Prices, which arrive in batches, and VAT rates.

-- activation: 0 while nobody may see the batch; then its place in the order of activation.
CREATE TABLE price_batch (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    vendor              VARCHAR(40)${binary}  NOT NULL,
    activation          BIGINT                NOT NULL,
    activated_at        BIGINT
);
CREATE INDEX price_batch_activation ON price_batch (activation);

-- An empty account or price group: for everybody.
CREATE TABLE price (
    batch               VARCHAR(36)${binary}  NOT NULL,
    vendor              VARCHAR(40)${binary}  NOT NULL,
    sku                 VARCHAR(40)${binary}  NOT NULL,
    list                VARCHAR(40)           NOT NULL,
    account             VARCHAR(36)${binary}  NOT NULL,
    price_group         VARCHAR(40)${binary}  NOT NULL,
    min_quantity        INTEGER               NOT NULL,
    amount              DECIMAL(19,4)         NOT NULL,
    currency            CHAR(3)               NOT NULL,
    valid_from          DATE,
    valid_to            DATE
);
CREATE INDEX price_sku ON price (sku, vendor, account, price_group);
CREATE INDEX price_of_batch ON price (batch);

CREATE TABLE tax_rate (
    country             VARCHAR(2)            NOT NULL,
    category            VARCHAR(40)           NOT NULL,
    percent             DECIMAL(7,4)          NOT NULL,
    valid_from          DATE                  NOT NULL,
    valid_to            DATE,
    CONSTRAINT tax_rate_pk PRIMARY KEY (country, category, valid_from)
);

-- Norway: standard, food, the low rate (passenger transport, lodging, culture), zero, raw fish.
INSERT INTO tax_rate (country, category, percent, valid_from, valid_to) VALUES
    ('NO', 'standard', 25, DATE('2016-01-01'), NULL),
    ('NO', 'food', 15, DATE('2016-01-01'), NULL),
    ('NO', 'low', 10, DATE('2016-01-01'), DATE('2017-12-31')),
    ('NO', 'low', 12, DATE('2018-01-01'), DATE('2020-03-31')),
    ('NO', 'low', 6, DATE('2020-04-01'), DATE('2021-09-30')),
    ('NO', 'low', 12, DATE('2021-10-01'), NULL),
    ('NO', 'zero', 0, DATE('2016-01-01'), NULL),
    ('NO', 'raw-fish', 11.11, DATE('2016-01-01'), NULL);
