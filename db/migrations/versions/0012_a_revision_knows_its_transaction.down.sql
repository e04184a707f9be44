CREATE OR REPLACE FUNCTION begin_revision(OUT number bigint, OUT recorded_at timestamptz)
    LANGUAGE sql VOLATILE
    AS $$
        UPDATE revision AS r
        SET number = r.number + 1, recorded_at = greatest(clock_timestamp(), r.recorded_at + interval '1 microsecond')
        RETURNING r.number, r.recorded_at
    $$;

CREATE OR REPLACE FUNCTION only_end_recorded_period() RETURNS trigger
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

CREATE OR REPLACE FUNCTION recorded_in_this_revision() RETURNS trigger
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

ALTER TABLE revision DROP COLUMN opened_in;
