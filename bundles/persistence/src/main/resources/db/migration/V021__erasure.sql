-- What is kept of one person is found in proportion to what that is, and by address where there is no login.

-- In whose name orders were placed, who approved them, and whom they name as contact. contact_email: in lower case; gone when
-- the people are taken out of the order.
ALTER TABLE orders ADD COLUMN contact_email VARCHAR(320);
CREATE INDEX orders_placed_by ON orders (placed_by);
CREATE INDEX orders_acting_for ON orders (acting_for);
CREATE INDEX orders_approved_by ON orders (approved_by);
CREATE INDEX orders_contact ON orders (contact_email);
CREATE INDEX held_order_order ON held_order (order_id);

CREATE INDEX approval_asked_by ON approval (asked_by);
CREATE INDEX approval_acting_for ON approval (acting_for);
CREATE INDEX approval_decided_by ON approval (decided_by);
CREATE INDEX approval_order ON approval (order_id);
CREATE INDEX cart_owner ON cart (owner);
CREATE INDEX cart_acting_for ON cart (acting_for);
CREATE INDEX sign_in_person ON sign_in (person);
CREATE INDEX sign_in_acting_for ON sign_in (acting_for);
CREATE INDEX guardianship_dependant ON guardianship (dependant);
CREATE INDEX invitation_email ON invitation (email_key);
CREATE INDEX customer_request_acting_for ON customer_request (acting_for);

-- Keyed hashes of e-mails, by which what was sealed is found when somebody without a login asks for it. Of a form of a
-- stranger: of the address on file, and of the new one.
ALTER TABLE mail ADD COLUMN address_key VARCHAR(30)${binary};
CREATE INDEX mail_address ON mail (address_key);
ALTER TABLE registration ADD COLUMN address_key VARCHAR(30)${binary};
CREATE INDEX registration_address ON registration (address_key);
ALTER TABLE customer_request ADD COLUMN address_key VARCHAR(30)${binary};
ALTER TABLE customer_request ADD COLUMN new_address_key VARCHAR(30)${binary};
CREATE INDEX customer_request_address ON customer_request (address_key);
CREATE INDEX customer_request_new_address ON customer_request (new_address_key);

-- E-mails by which an account or one of its locations is reached, in lower case. location: empty for the account as a whole.
CREATE TABLE account_email (
    account             VARCHAR(36)${binary}  NOT NULL,
    location            VARCHAR(36)${binary}  NOT NULL,
    email               VARCHAR(320)          NOT NULL,
    CONSTRAINT account_email_pk PRIMARY KEY (email, account, location)
);
CREATE INDEX account_email_account ON account_email (account, location);

-- Why parts of an order were cancelled. quantities: JSON, by line. reason: sealed under a key of the order.
CREATE TABLE order_cancellation (
    order_id            VARCHAR(36)${binary}  NOT NULL,
    revision            INTEGER               NOT NULL,
    cancelled_at        BIGINT                NOT NULL,
    quantities          ${text}               NOT NULL,
    reason              ${text}               NOT NULL,
    CONSTRAINT order_cancellation_pk PRIMARY KEY (order_id, revision),
    CONSTRAINT order_cancellation_order FOREIGN KEY (order_id) REFERENCES orders (id)
);
