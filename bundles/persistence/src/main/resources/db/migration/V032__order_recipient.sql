-- For whom orders are: by this it is seen whether a vendor makes something for somebody, and which orders are exported with them.
-- vendor: that of the order, which never changes. No foreign key to the recipient: an order outlives one who was erased.
-- The rows of earlier orders follow in 032_1, since not every database reads JSON.
CREATE TABLE order_recipient (
    recipient           VARCHAR(36)${binary}  NOT NULL,
    order_id            VARCHAR(36)${binary}  NOT NULL,
    vendor              VARCHAR(40)${binary}  NOT NULL,
    CONSTRAINT order_recipient_pk PRIMARY KEY (recipient, order_id),
    CONSTRAINT order_recipient_order FOREIGN KEY (order_id) REFERENCES orders (id)
);
