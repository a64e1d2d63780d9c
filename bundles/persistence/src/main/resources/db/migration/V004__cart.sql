CREATE TABLE cart (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    vendor              VARCHAR(40)${binary}  NOT NULL,
    account             VARCHAR(36)${binary}  NOT NULL,
    owner               VARCHAR(36)${binary}  NOT NULL,
    delivery            VARCHAR(8000),
    version             BIGINT                NOT NULL,
    created_at          BIGINT                NOT NULL,
    changed_at          BIGINT                NOT NULL,
    became_order        VARCHAR(36)${binary},
    location            VARCHAR(36)${binary},
    acting_for          VARCHAR(36)${binary},
    approval            VARCHAR(36)${binary}
);

CREATE TABLE cart_line (
    cart                VARCHAR(36)${binary}  NOT NULL,
    line                VARCHAR(36)${binary}  NOT NULL,
    position            INTEGER               NOT NULL,
    sku                 VARCHAR(40)${binary}  NOT NULL,
    quantity            INTEGER               NOT NULL,
    CONSTRAINT cart_line_pk PRIMARY KEY (cart, line),
    CONSTRAINT cart_line_cart FOREIGN KEY (cart) REFERENCES cart (id)
);
