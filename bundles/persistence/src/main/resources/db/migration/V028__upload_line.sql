-- part: the line of a cart, an order, a list or a quote whose answer names the upload; empty: what refers to it as a whole.

ALTER TABLE upload_owner ADD COLUMN part VARCHAR(64)${binary} DEFAULT '' NOT NULL;
ALTER TABLE upload_owner DROP CONSTRAINT upload_owner_pk;
ALTER TABLE upload_owner ADD CONSTRAINT upload_owner_pk PRIMARY KEY (upload, kind, owner, part);
