-- Each price has a number, so that all of them can be gone through piece by piece. Numbers may have gaps.
ALTER TABLE price ADD COLUMN id BIGINT GENERATED ALWAYS AS IDENTITY;
CREATE UNIQUE INDEX price_id ON price (vendor, id);

-- All that two prices must share for one to supersede the other, but their days; the first four serve to look prices up.
DROP INDEX price_sku;
CREATE INDEX price_sku ON price (sku, vendor, account, price_group, list, min_quantity);
