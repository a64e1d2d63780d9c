-- When orders of an account need a second person, and what was asked of one.

-- rules: all of them; read together with the account.
CREATE TABLE approval_rules (
    account             VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    version             BIGINT                NOT NULL,
    rules               ${text}               NOT NULL
);

-- checkout: as it was asked for. An open one locks its cart, which names it.
CREATE TABLE approval (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    vendor              VARCHAR(40)${binary}  NOT NULL,
    account             VARCHAR(36)${binary}  NOT NULL,
    location            VARCHAR(36)${binary},
    cart                VARCHAR(36)${binary}  NOT NULL,
    asked_by            VARCHAR(36)${binary}  NOT NULL,
    acting_for          VARCHAR(36)${binary},
    channel             VARCHAR(20)           NOT NULL,
    currency            CHAR(3)               NOT NULL,
    total               DECIMAL(19,4)         NOT NULL,
    note                VARCHAR(2000)         NOT NULL,
    state               VARCHAR(20)           NOT NULL,
    asked_at            BIGINT                NOT NULL,
    decided_by          VARCHAR(36)${binary},
    decided_at          BIGINT,
    reason              VARCHAR(2000),
    order_id            VARCHAR(36)${binary},
    checkout            ${text}               NOT NULL
);
CREATE INDEX approval_account ON approval (account, id DESC);
