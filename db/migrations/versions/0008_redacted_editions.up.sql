-- An edition may be withdrawn: its files go, and here stands why. Its own row stays, as every row of the chain does.

ALTER TABLE edition ADD COLUMN signature TEXT;
COMMENT ON COLUMN edition.signature IS 'Detached signature of its manifest, where it was signed.';
CREATE TABLE edition_redaction (
    edition BIGINT NOT NULL,
    reason TEXT NOT NULL,
    redacted TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (edition),
    FOREIGN KEY(edition) REFERENCES edition (number)
);
COMMENT ON TABLE edition_redaction IS 'Editions that were withdrawn, and why.';
COMMENT ON COLUMN edition_redaction.edition IS 'Number of the edition.';
COMMENT ON COLUMN edition_redaction.reason IS 'Why, in words for the public.';
COMMENT ON COLUMN edition_redaction.redacted IS 'When it was withdrawn.';
CREATE TRIGGER refuse_rewrite BEFORE UPDATE OR DELETE ON edition_redaction FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON edition_redaction EXECUTE FUNCTION refuse_rewrite();
