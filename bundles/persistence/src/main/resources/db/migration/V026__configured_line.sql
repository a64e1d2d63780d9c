-- Configured lines of carts and orders, paused carts, and what staff have to do about orders.
-- sealed: answers about a recipient, under the recipient's key.

ALTER TABLE cart ADD COLUMN paused_at BIGINT;
ALTER TABLE cart ADD COLUMN seen ${text};
CREATE INDEX cart_account ON cart (account, id DESC);

ALTER TABLE cart_line ADD COLUMN product VARCHAR(100)${binary};
ALTER TABLE cart_line ADD COLUMN model VARCHAR(64);
ALTER TABLE cart_line ADD COLUMN answers ${text};
ALTER TABLE cart_line ADD COLUMN recipient VARCHAR(36)${binary};
ALTER TABLE cart_line ADD COLUMN sealed ${text};
CREATE INDEX cart_line_recipient ON cart_line (recipient);

ALTER TABLE order_line ADD COLUMN part_of VARCHAR(36);

-- details: of lines that were bought with a configuration or for somebody; sealed: by line.
ALTER TABLE orders ADD COLUMN details ${text};
ALTER TABLE orders ADD COLUMN sealed ${text};

CREATE TABLE order_task (
    id                  VARCHAR(36)${binary}  NOT NULL PRIMARY KEY,
    order_id            VARCHAR(36)${binary}  NOT NULL,
    order_number        VARCHAR(40)           NOT NULL,
    vendor              VARCHAR(40)${binary}  NOT NULL,
    account             VARCHAR(36)${binary}  NOT NULL,
    location            VARCHAR(36)${binary},
    line                VARCHAR(36)           NOT NULL,
    code                VARCHAR(100)          NOT NULL,
    label               VARCHAR(4000)         NOT NULL,
    state               VARCHAR(20)           NOT NULL,
    created_at          BIGINT                NOT NULL,
    done_by             VARCHAR(36),
    done_at             BIGINT,
    version             BIGINT                NOT NULL,
    CONSTRAINT order_task_order FOREIGN KEY (order_id) REFERENCES orders (id)
);
CREATE INDEX order_task_newest ON order_task (id DESC);
CREATE INDEX order_task_vendor ON order_task (vendor, state, id DESC);
CREATE INDEX order_task_of ON order_task (order_id);
