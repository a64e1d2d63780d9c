-- When a session was used last, to within some minutes, and by what kind of program: families of browsers and systems alone, no
-- address. Empty of those that had begun before, which end within hours.
ALTER TABLE sign_in ADD COLUMN last_used_at BIGINT;
ALTER TABLE sign_in ADD COLUMN device VARCHAR(40);
