DROP TABLE edition_redaction;
ALTER TABLE edition DROP COLUMN signature;
