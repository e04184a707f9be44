ALTER TABLE edition DROP COLUMN list_signature;
