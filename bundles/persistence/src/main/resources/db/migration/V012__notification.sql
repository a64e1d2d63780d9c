-- Mails on their way and gone. due_at is also the end of a lease: who claims a mail moves it; one that is not waiting has
-- none. content (address, arguments, link) is sealed under a key of its owner, and is gone when the mail has left or was
-- given up by people. masked_to: the address as staff see it.
CREATE TABLE mail (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    person              VARCHAR(36)${binary},
    vendor              VARCHAR(40)${binary},
    account             VARCHAR(36)${binary},
    template            VARCHAR(60)           NOT NULL,
    language            VARCHAR(20)           NOT NULL,
    masked_to           VARCHAR(320)          NOT NULL,
    content             ${text},
    state               VARCHAR(20)${binary}  NOT NULL,
    attempts            INTEGER               NOT NULL,
    created_at          BIGINT                NOT NULL,
    due_at              BIGINT,
    node                VARCHAR(100)${binary},
    settled_at          BIGINT,
    error               VARCHAR(200)
);
CREATE INDEX mail_due ON mail (due_at);
CREATE INDEX mail_newest ON mail (id DESC);
CREATE INDEX mail_state ON mail (state, id DESC);
CREATE INDEX mail_settled ON mail (settled_at);
CREATE INDEX mail_person ON mail (person);
