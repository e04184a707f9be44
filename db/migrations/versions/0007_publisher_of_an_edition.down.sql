ALTER TABLE edition DROP COLUMN schema_version;
ALTER TABLE edition DROP COLUMN publisher;
