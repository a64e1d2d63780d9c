-- What is sold, and what is on the shelf.
--
-- Keys begin with the column of which many values are looked up at once: Derby probes an index for each of them only then,
-- otherwise it reads all rows of the vendor.

CREATE TABLE category (
    vendor              VARCHAR(40)${binary}  NOT NULL,
    path                VARCHAR(255)${binary} NOT NULL,
    name                VARCHAR(4000)         NOT NULL,
    CONSTRAINT category_pk PRIMARY KEY (path, vendor)
);

CREATE TABLE product (
    vendor              VARCHAR(40)${binary}  NOT NULL,
    code                VARCHAR(100)${binary} NOT NULL,
    name                VARCHAR(4000)         NOT NULL,
    CONSTRAINT product_pk PRIMARY KEY (code, vendor)
);

-- search_text: all that a search looks at, in lower case. texts: name, description and attributes.
CREATE TABLE variant (
    vendor              VARCHAR(40)${binary}  NOT NULL,
    sku                 VARCHAR(40)${binary}  NOT NULL,
    product             VARCHAR(100)${binary} NOT NULL,
    category            VARCHAR(255)${binary} NOT NULL,
    brand               VARCHAR(200)          NOT NULL,
    ean                 VARCHAR(20),
    vat_category        VARCHAR(40)           NOT NULL,
    weight_kg           DECIMAL(12,4)         NOT NULL,
    bulky               BOOLEAN               NOT NULL,
    stock_policy        VARCHAR(20)           NOT NULL,
    lead_days           INTEGER               NOT NULL,
    search_text         VARCHAR(4000)         NOT NULL,
    texts               ${text}               NOT NULL,
    CONSTRAINT variant_pk PRIMARY KEY (sku, vendor)
);

-- The values by which variants are filtered and counted: attributes, brand, category; code 'in-category' has one row for
-- the category and each one above it. Reading along (code, facet_value) yields SKUs in their order.
CREATE TABLE variant_facet (
    vendor              VARCHAR(40)${binary}  NOT NULL,
    sku                 VARCHAR(40)${binary}  NOT NULL,
    code                VARCHAR(100)${binary} NOT NULL,
    facet_value         VARCHAR(255)${binary} NOT NULL,
    CONSTRAINT variant_facet_pk PRIMARY KEY (sku, vendor, code, facet_value)
);
CREATE UNIQUE INDEX variant_facet_value ON variant_facet (code, facet_value, sku, vendor);

-- Apart from the variant, because every order writes it.
CREATE TABLE stock (
    vendor              VARCHAR(40)${binary}  NOT NULL,
    sku                 VARCHAR(40)${binary}  NOT NULL,
    on_hand             INTEGER               NOT NULL,
    reserved            INTEGER               NOT NULL,
    CONSTRAINT stock_pk PRIMARY KEY (sku, vendor),
    CONSTRAINT stock_reserved CHECK (reserved >= 0)
);
