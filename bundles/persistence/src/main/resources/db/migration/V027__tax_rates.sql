-- Norway: dental appliances that are supplied to dentists are exempt, which is not a rate of zero.
INSERT INTO tax_rate (country, category, percent, valid_from, valid_to) VALUES
    ('NO', 'exempt', 0, DATE('2016-01-01'), NULL);

-- Sweden: standard, food (halved for a time), the low rate (books, culture, passenger transport), zero.
INSERT INTO tax_rate (country, category, percent, valid_from, valid_to) VALUES
    ('SE', 'standard', 25, DATE('2016-01-01'), NULL),
    ('SE', 'food', 12, DATE('2016-01-01'), DATE('2026-03-31')),
    ('SE', 'food', 6, DATE('2026-04-01'), DATE('2027-12-31')),
    ('SE', 'food', 12, DATE('2028-01-01'), NULL),
    ('SE', 'low', 6, DATE('2016-01-01'), NULL),
    ('SE', 'zero', 0, DATE('2016-01-01'), NULL);
