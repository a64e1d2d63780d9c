-- What accounts plan to buy, and what vendors have offered.

CREATE TABLE project_list (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    vendor              VARCHAR(40)${binary}  NOT NULL,
    account             VARCHAR(36)${binary}  NOT NULL,
    location            VARCHAR(36)${binary},
    owner               VARCHAR(36)${binary}  NOT NULL,
    name                VARCHAR(200)          NOT NULL,
    version             BIGINT                NOT NULL,
    created_at          BIGINT                NOT NULL,
    changed_at          BIGINT                NOT NULL
);
CREATE INDEX project_list_account ON project_list (account, id DESC);

-- configuration: a document, without anything about a recipient.
CREATE TABLE project_list_line (
    list                VARCHAR(36)${binary}  NOT NULL,
    line                VARCHAR(36)${binary}  NOT NULL,
    position            BIGINT                NOT NULL,
    sku                 VARCHAR(40)${binary}  NOT NULL,
    quantity            INTEGER               NOT NULL,
    configuration       ${text},
    note                VARCHAR(500),
    CONSTRAINT project_list_line_pk PRIMARY KEY (list, line),
    CONSTRAINT project_list_line_list FOREIGN KEY (list) REFERENCES project_list (id)
);

-- due_at: until when an answer is promised; none when it is not the vendor's turn.
-- valid_until: the last day of the newest offer; valid_to: the moment after it, in the seller's zone.
-- content: a document of what was asked: destination, delivery option, lines.
CREATE TABLE quote (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    quote_number        VARCHAR(40)            NOT NULL,
    vendor              VARCHAR(40)${binary}  NOT NULL,
    account             VARCHAR(36)${binary}  NOT NULL,
    location            VARCHAR(36)${binary},
    requested_by        VARCHAR(36)${binary}  NOT NULL,
    list                VARCHAR(36)${binary}  NOT NULL,
    title               VARCHAR(200)          NOT NULL,
    state               VARCHAR(20)           NOT NULL,
    requested_at        BIGINT                NOT NULL,
    due_at              BIGINT,
    valid_until         DATE,
    valid_to            BIGINT,
    became_order        VARCHAR(36)${binary},
    version             BIGINT                NOT NULL,
    changed_at          BIGINT                NOT NULL,
    content             ${text}               NOT NULL,
    CONSTRAINT quote_number_key UNIQUE (quote_number)
);
CREATE INDEX quote_account ON quote (account, id DESC);
CREATE INDEX quote_vendor ON quote (vendor, id DESC);
CREATE INDEX quote_due ON quote (vendor, due_at, id);

-- content: a document: quoted prices and the price as it would be ordered.
CREATE TABLE quote_offer (
    quote               VARCHAR(36)${binary}  NOT NULL,
    offer               INTEGER               NOT NULL,
    offered_at          BIGINT                NOT NULL,
    offered_by          VARCHAR(36)${binary}  NOT NULL,
    valid_until         DATE                  NOT NULL,
    message             VARCHAR(4000),
    content             ${text}               NOT NULL,
    CONSTRAINT quote_offer_pk PRIMARY KEY (quote, offer),
    CONSTRAINT quote_offer_quote FOREIGN KEY (quote) REFERENCES quote (id)
);

CREATE TABLE quote_comment (
    quote               VARCHAR(36)${binary}  NOT NULL,
    turn                INTEGER               NOT NULL,
    said_at             BIGINT                NOT NULL,
    said_by             VARCHAR(36)${binary}  NOT NULL,
    staff               BOOLEAN               NOT NULL,
    words               VARCHAR(4000)         NOT NULL,
    CONSTRAINT quote_comment_pk PRIMARY KEY (quote, turn),
    CONSTRAINT quote_comment_quote FOREIGN KEY (quote) REFERENCES quote (id)
);
