ALTER TABLE edition ADD COLUMN list_signature TEXT;
COMMENT ON COLUMN edition.list_signature IS 'Detached signature of its list of trusted entities, where it was signed.';
