-- What a vendor said of itself when it was here last, for the pages of its orders while it is away.
CREATE TABLE vendor_face (
    vendor              VARCHAR(40)${binary}  NOT NULL PRIMARY KEY,
    document            ${text}               NOT NULL
);
