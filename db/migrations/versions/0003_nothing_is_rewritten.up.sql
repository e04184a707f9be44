-- The record of the register only grows: the database refuses anything else, whoever asks.

INSERT INTO revision (one, number, recorded_at) VALUES (true, 0, clock_timestamp());

-- Every writing transaction begins here. The row lock lets writers in one at a time, so recorded times follow the order of commits
-- and a question "as known at" is answered alike for ever.
CREATE FUNCTION begin_revision(OUT number bigint, OUT recorded_at timestamptz)
    LANGUAGE sql VOLATILE
    AS $$
        UPDATE revision AS r
        SET number = r.number + 1, recorded_at = greatest(clock_timestamp(), r.recorded_at + interval '1 microsecond')
        RETURNING r.number, r.recorded_at
    $$;
COMMENT ON FUNCTION begin_revision() IS 'Open the next revision: its number and its recorded time.';

CREATE FUNCTION refuse_rewrite() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        RAISE EXCEPTION '% of % is refused: what the register has recorded is never changed or deleted', TG_OP, TG_TABLE_NAME
            USING ERRCODE = 'AK001', HINT = 'Add a correction: close recorded_to of the old version and insert a new one.';
    END
    $$;

-- The one change a version may ever see: its recorded period ends.
CREATE FUNCTION only_end_recorded_period() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        IF OLD.recorded_to IS NULL AND NEW.recorded_to IS NOT NULL
            -- A generated column of NEW is not computed yet where this trigger stands; it follows from the others anyway.
            AND to_jsonb(NEW) - 'recorded_to' - 'sort_name' = to_jsonb(OLD) - 'recorded_to' - 'sort_name'
            AND NEW.recorded_to = (SELECT recorded_at FROM revision WHERE xmin = pg_current_xact_id()::xid)
        THEN
            RETURN NEW;
        END IF;
        RAISE EXCEPTION 'version % of % is refused another change than the end of its recorded period', OLD.version, TG_TABLE_NAME
            USING ERRCODE = 'AK001', HINT = 'Call begin_revision(), set recorded_to to its time and insert the corrected version.';
    END
    $$;

-- New versions carry the number and time of the revision this very transaction has opened: nobody back-dates what was known.
CREATE FUNCTION recorded_in_this_revision() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        IF EXISTS (
            SELECT FROM added
            LEFT JOIN revision AS r
                ON r.xmin = pg_current_xact_id()::xid AND r.number = added.revision AND r.recorded_at = added.recorded_from
            WHERE r.one IS NULL OR added.recorded_to IS NOT NULL
        ) THEN
            RAISE EXCEPTION 'a new version in % does not carry the revision of this transaction', TG_TABLE_NAME
                USING ERRCODE = 'AK002', HINT = 'Call begin_revision() first and use its number and time; leave recorded_to empty.';
        END IF;
        RETURN NULL;
    END
    $$;

DO $$
DECLARE
    versions text;
    kept text;
BEGIN
    FOR versions IN
        SELECT c.relname FROM pg_class AS c
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'recorded_to'
        WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
    LOOP
        EXECUTE format('CREATE TRIGGER only_end_recorded_period BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION only_end_recorded_period()', versions);
        EXECUTE format('CREATE TRIGGER refuse_delete BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_rewrite()', versions);
        EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_rewrite()', versions);
        EXECUTE format('CREATE TRIGGER recorded_in_this_revision AFTER INSERT ON %I REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION recorded_in_this_revision()', versions);
    END LOOP;
    FOR kept IN
        SELECT c.relname FROM pg_class AS c
        WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
            AND (c.relname LIKE '%\_identity' OR c.relname IN ('audit_entry', 'change', 'edition'))
    LOOP
        EXECUTE format('CREATE TRIGGER refuse_rewrite BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_rewrite()', kept);
        EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_rewrite()', kept);
    END LOOP;
    EXECUTE 'CREATE TRIGGER refuse_delete BEFORE DELETE ON revision FOR EACH ROW EXECUTE FUNCTION refuse_rewrite()';
    EXECUTE 'CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON revision EXECUTE FUNCTION refuse_rewrite()';
END
$$;
