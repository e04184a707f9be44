-- Rules of law that no single row can hold. Each is checked when the transaction commits, so that a rule and its tiers, or a
-- regulation and its fees, may be written in any order.

-- What a fact rests on must itself be described on the day the fact begins.
CREATE FUNCTION rests_on_what_is_there() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    DECLARE
        target_column text := TG_ARGV[0];
        target_table text := TG_ARGV[1];
        target_id bigint := (to_jsonb(NEW) ->> target_column)::bigint;
        found boolean;
    BEGIN
        IF target_id IS NULL THEN
            RETURN NULL;
        END IF;
        EXECUTE format('SELECT true FROM %I WHERE id = $1 AND recorded_to IS NULL AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2) LIMIT 1', target_table)
            INTO found USING target_id, NEW.valid_from;
        IF found IS NULL THEN
            RAISE EXCEPTION '%.% of version % refers to a % that the register does not describe on %', TG_TABLE_NAME, target_column, NEW.version, target_table, NEW.valid_from
                USING ERRCODE = 'AK003', HINT = 'Let the description it rests on begin no later, or this one no earlier.';
        END IF;
        RETURN NULL;
    END
    $$;

DO $$
DECLARE
    reference record;
BEGIN
    FOR reference IN
        SELECT source.relname AS source_table, a.attname AS source_column, replace(target.relname, '_identity', '') AS target_table
        FROM pg_constraint AS k
        JOIN pg_class AS source ON source.oid = k.conrelid
        JOIN pg_class AS target ON target.oid = k.confrelid
        JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
        JOIN pg_attribute AS v ON v.attrelid = k.conrelid AND v.attname = 'valid_from'
        WHERE k.contype = 'f' AND target.relname LIKE '%\_identity' AND a.attname <> 'id' AND a.atttypid = 'bigint'::regtype
            AND source.relnamespace = current_schema()::regnamespace
    LOOP
        EXECUTE format(
            'CREATE CONSTRAINT TRIGGER %I AFTER INSERT ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.%I IS NOT NULL) EXECUTE FUNCTION rests_on_what_is_there(%L, %L)',
            reference.source_column || '_is_there', reference.source_table, reference.source_column, reference.source_column, reference.target_table
        );
    END LOOP;
END
$$;

-- 7 § förordning (2023:709): a fee's tiers begin at 0, follow each other without gap or overlap, and the last is open.
CREATE FUNCTION tiers_are_whole() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    DECLARE
        rule bigint := CASE TG_TABLE_NAME WHEN 'fee_rule' THEN NEW.id ELSE (to_jsonb(NEW) ->> 'fee_rule_id')::bigint END;
        broken date;
    BEGIN
        SELECT days.day INTO broken
        FROM (
            SELECT valid_from AS day FROM fee_tier WHERE fee_rule_id = rule AND recorded_to IS NULL
            UNION
            SELECT valid_from FROM fee_rule WHERE id = rule AND recorded_to IS NULL
        ) AS days
        WHERE NOT coalesce((
            SELECT min(t.from_quantity) = 0 AND count(*) FILTER (WHERE t.to_quantity IS NULL) = 1 AND bool_and(t.from_quantity = t.expected)
            FROM (
                SELECT from_quantity, to_quantity, coalesce(lag(to_quantity) OVER (ORDER BY from_quantity), 0) AS expected
                FROM fee_tier
                WHERE fee_rule_id = rule AND recorded_to IS NULL AND valid_from <= days.day AND (valid_to IS NULL OR valid_to > days.day)
            ) AS t
        ), false)
        LIMIT 1;
        IF broken IS NOT NULL THEN
            RAISE EXCEPTION 'the tiers of fee rule % on % do not cover every quantity once', (SELECT key FROM fee_rule_identity WHERE id = rule), broken
                USING ERRCODE = 'AK004', HINT = 'Begin the first tier at 0, let each begin where the one before ends, and leave the last open.';
        END IF;
        RETURN NULL;
    END
    $$;

CREATE CONSTRAINT TRIGGER tiers_are_whole AFTER INSERT OR UPDATE ON fee_rule
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiers_are_whole();
CREATE CONSTRAINT TRIGGER tiers_are_whole AFTER INSERT OR UPDATE ON fee_tier
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiers_are_whole();

-- A fee is in force only while the regulation that sets it is.
CREATE FUNCTION fee_lies_within_its_regulation() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    DECLARE
        broken text;
    BEGIN
        SELECT i.key INTO broken
        FROM fee_rule AS f
        JOIN fee_rule_identity AS i ON i.id = f.id
        JOIN regulation AS r ON r.id = f.regulation_id AND r.recorded_to IS NULL
            AND daterange(r.valid_from, r.valid_to) && daterange(f.valid_from, f.valid_to)
        WHERE f.recorded_to IS NULL
            AND NEW.id IN (f.id, r.id)
            AND NOT daterange(r.in_force_from, r.repealed_on) @> daterange(f.in_force_from, f.ends_on)
        LIMIT 1;
        IF broken IS NOT NULL THEN
            RAISE EXCEPTION 'fee rule % is in force on days its regulation is not', broken
                USING ERRCODE = 'AK005', HINT = 'Let the fee begin no earlier and end no later than its regulation.';
        END IF;
        RETURN NULL;
    END
    $$;

CREATE CONSTRAINT TRIGGER fee_lies_within_its_regulation AFTER INSERT ON fee_rule
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.regulation_id IS NOT NULL) EXECUTE FUNCTION fee_lies_within_its_regulation();
CREATE CONSTRAINT TRIGGER fees_lie_within_regulation AFTER INSERT ON regulation
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fee_lies_within_its_regulation();

-- What the register once describes it describes for ever: an end is a fact (ended_on, ends_on, status), never an absence. So a
-- reference always finds its object, and who left is still found. Versions therefore follow each other without gap, the last open.
CREATE FUNCTION described_without_gap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    DECLARE
        broken record;
    BEGIN
        EXECUTE format(
            'SELECT i.key, t.valid_to FROM %1$I AS t JOIN %2$I AS i ON i.id = t.id
             WHERE t.id IN (SELECT id FROM added) AND t.recorded_to IS NULL AND t.valid_to IS NOT NULL
                 AND NOT EXISTS (SELECT FROM %1$I AS n WHERE n.id = t.id AND n.recorded_to IS NULL AND n.valid_from = t.valid_to)
             LIMIT 1', TG_TABLE_NAME, TG_TABLE_NAME || '_identity') INTO broken;
        IF broken.key IS NOT NULL THEN
            RAISE EXCEPTION 'the description of % % stops on % and nothing follows it', TG_TABLE_NAME, broken.key, broken.valid_to
                USING ERRCODE = 'AK006', HINT = 'Add the version that begins that day; an end is told by a date of its own, such as ends_on.';
        END IF;
        RETURN NULL;
    END
    $$;

DO $$
DECLARE
    versions text;
BEGIN
    FOR versions IN
        SELECT c.relname FROM pg_class AS c
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'valid_to'
        WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
    LOOP
        EXECUTE format('CREATE TRIGGER described_without_gap AFTER INSERT ON %I REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION described_without_gap()', versions);
    END LOOP;
END
$$;
