-- Why and since when a token is revoked. Until now only their people could: of earlier ones the time is not known.
ALTER TABLE api_token ADD COLUMN revoked_because VARCHAR(40);
ALTER TABLE api_token ADD COLUMN revoked_at BIGINT;
UPDATE api_token SET revoked_because = 'BY_PERSON', revoked_at = created_at WHERE revoked = TRUE;
