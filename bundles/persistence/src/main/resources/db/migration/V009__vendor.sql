-- What staff have set, what vendors have said, and the tenant's keys.

CREATE TABLE parameter_generation (
    vendor              VARCHAR(40)${binary}  NOT NULL PRIMARY KEY,
    generation          BIGINT                NOT NULL
);

CREATE TABLE parameter_change (
    vendor              VARCHAR(40)${binary}  NOT NULL,
    generation          BIGINT                NOT NULL,
    parameter           VARCHAR(100)          NOT NULL,
    parameter_value     VARCHAR(1000)         NOT NULL,
    valid_from          DATE                  NOT NULL,
    entered_at          BIGINT                NOT NULL,
    CONSTRAINT parameter_change_pk PRIMARY KEY (vendor, generation)
);

CREATE TABLE vendor_content (
    hash                VARCHAR(64)${binary}  NOT NULL PRIMARY KEY,
    document            ${text}               NOT NULL
);

CREATE TABLE signing_key (
    purpose             VARCHAR(60)${binary}  NOT NULL,
    id                  VARCHAR(36)${binary}  NOT NULL,
    secret              VARCHAR(200)          NOT NULL,
    created_at          BIGINT                NOT NULL,
    CONSTRAINT signing_key_pk PRIMARY KEY (purpose, id)
);
