-- What staff search accounts by: words of the name, customer number, organisation number unless it is a person's own, and
-- external ids, each in lower case and found by its beginning.

CREATE TABLE account_term (
    account             VARCHAR(36)${binary}  NOT NULL,
    term                VARCHAR(200)${binary} NOT NULL,
    CONSTRAINT account_term_pk PRIMARY KEY (account, term),
    CONSTRAINT account_term_account FOREIGN KEY (account) REFERENCES account (id)
);
CREATE INDEX account_term_term ON account_term (term, account);

-- Who looks after which accounts, and which accounts deal with a vendor.
CREATE INDEX agreement_manager ON agreement (manager, account);
CREATE INDEX agreement_vendor ON agreement (vendor, account);
