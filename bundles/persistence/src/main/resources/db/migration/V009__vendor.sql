-- The published module sets, what staff have set, what vendors have said, and the tenant's keys.

-- Generations are numbered from 1 without gaps. Two who publish at the same time take the same number: the key lets one win.
CREATE TABLE module_set (
    vendor              VARCHAR(40)${binary}  NOT NULL,
    generation          BIGINT                NOT NULL,
    parent              BIGINT                NOT NULL,
    origin              VARCHAR(20)           NOT NULL,
    published_at        BIGINT                NOT NULL,
    author              VARCHAR(100)          NOT NULL,
    modules             ${text}               NOT NULL,
    -- The one parameter that a generation of origin PARAMETER brings.
    parameter           VARCHAR(100),
    parameter_value     VARCHAR(1000),
    valid_from          DATE,
    CONSTRAINT module_set_pk PRIMARY KEY (vendor, generation)
);
CREATE INDEX module_set_newest ON module_set (vendor, generation DESC);

-- What was once part of a set: one version of a module has one content, in the whole tenant and for ever.
CREATE TABLE module_version (
    symbolic_name       VARCHAR(255)${binary} NOT NULL,
    version             VARCHAR(255)${binary} NOT NULL,
    digest              VARCHAR(64)           NOT NULL,
    document            ${text}               NOT NULL,
    CONSTRAINT module_version_pk PRIMARY KEY (symbolic_name, version)
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
