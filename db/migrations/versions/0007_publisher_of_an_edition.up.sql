-- The editions there are had no publisher and the first columns; what is left out takes the program's defaults.
ALTER TABLE edition ADD COLUMN publisher JSONB NOT NULL DEFAULT '{}';
ALTER TABLE edition ADD COLUMN schema_version TEXT NOT NULL DEFAULT '1.0.0';
ALTER TABLE edition ALTER COLUMN publisher DROP DEFAULT;
ALTER TABLE edition ALTER COLUMN schema_version DROP DEFAULT;
COMMENT ON COLUMN edition.publisher IS 'Who published it, and at which addresses.';
COMMENT ON COLUMN edition.schema_version IS 'Version of the published columns.';
