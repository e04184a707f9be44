-- Sums of the monthly volumes, kept in the transaction that writes them. A ledger: nothing in it is ever closed, and what was known
-- at a time is the sum of its rows until then.
CREATE TABLE volume_sum (
    number BIGINT GENERATED ALWAYS AS IDENTITY,
    revision BIGINT NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    month DATE NOT NULL,
    service_id BIGINT NOT NULL,
    item TEXT NOT NULL,
    status TEXT NOT NULL,
    provenance TEXT NOT NULL,
    category TEXT,
    actors BIGINT NOT NULL,
    quantity BIGINT NOT NULL,
    PRIMARY KEY (number),
    FOREIGN KEY(service_id) REFERENCES service_identity (id)
);
CREATE INDEX volume_sum_by_month ON volume_sum (month, service_id);
COMMENT ON TABLE volume_sum IS 'A ledger of sums of monthly volumes, by month, service, item and what is told of them.';
COMMENT ON COLUMN volume_sum.number IS 'Number of the row.';
COMMENT ON COLUMN volume_sum.revision IS 'The revision that made it.';
COMMENT ON COLUMN volume_sum.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN volume_sum.month IS 'First day of the month.';
COMMENT ON COLUMN volume_sum.service_id IS 'The service.';
COMMENT ON COLUMN volume_sum.item IS 'What is counted.';
COMMENT ON COLUMN volume_sum.status IS 'Preliminary or final.';
COMMENT ON COLUMN volume_sum.provenance IS 'How sure the volumes are.';
COMMENT ON COLUMN volume_sum.category IS 'Kind of the public actors; empty while the register does not describe them.';
COMMENT ON COLUMN volume_sum.actors IS 'Public actors more, or fewer.';
COMMENT ON COLUMN volume_sum.quantity IS 'Quantity more, or less.';
CREATE TABLE volume_category (
    actor_id BIGINT NOT NULL,
    category TEXT,
    PRIMARY KEY (actor_id),
    FOREIGN KEY(actor_id) REFERENCES public_actor_identity (id)
);
COMMENT ON TABLE volume_category IS 'Under which category the volumes of each public actor are summed now.';
COMMENT ON COLUMN volume_category.actor_id IS 'The public actor.';
COMMENT ON COLUMN volume_category.category IS 'Its category, by its newest description.';

CREATE TRIGGER refuse_rewrite BEFORE UPDATE OR DELETE ON volume_sum FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON volume_sum EXECUTE FUNCTION refuse_rewrite();

-- The category of each of these public actors by its newest description; a replaced one only where the register holds no other.
CREATE FUNCTION categories_of(actors bigint[]) RETURNS TABLE (actor_id bigint, category text)
    LANGUAGE sql STABLE
    AS $$
        SELECT DISTINCT ON (a.id) a.id, a.category
        FROM public_actor AS a
        WHERE a.id = ANY (actors)
        ORDER BY a.id, (a.recorded_to IS NULL) DESC, a.valid_from DESC, a.version DESC
    $$;
COMMENT ON FUNCTION categories_of(bigint[]) IS 'The category of public actors by their newest description.';

-- What a statement adds to the volumes, or ends of them, is added to the sums, or taken from them. A public actor met for the first
-- time is given the category its volumes are summed under.
CREATE FUNCTION sum_volumes() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    DECLARE
        sign CONSTANT int := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
    BEGIN
        IF TG_OP = 'INSERT' THEN
            INSERT INTO volume_category (actor_id, category)
            SELECT met.actor_id, found.category
            FROM (SELECT DISTINCT t.actor_id FROM touched AS t) AS met
            LEFT JOIN categories_of(ARRAY(SELECT DISTINCT t.actor_id FROM touched AS t)) AS found
                ON found.actor_id = met.actor_id
            ON CONFLICT DO NOTHING;
        END IF;
        INSERT INTO volume_sum
            (revision, recorded_at, month, service_id, item, status, provenance, category, actors, quantity)
        SELECT r.number, r.recorded_at, t.month, t.service_id, t.item, t.status, t.provenance, c.category,
            sign * count(*), sign * sum(t.quantity)
        FROM touched AS t
        JOIN volume_category AS c ON c.actor_id = t.actor_id
        CROSS JOIN revision AS r
        GROUP BY r.number, r.recorded_at, t.month, t.service_id, t.item, t.status, t.provenance, c.category;
        RETURN NULL;
    END
    $$;

-- Where the newest description of a public actor has another category, its volumes are moved from the one to the other.
-- Volumes of the same transaction have no statistics yet, so the planner is told that an actor's are found by its index.
CREATE FUNCTION move_volumes() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan = off
    AS $$
    BEGIN
        WITH moved AS MATERIALIZED (
            SELECT c.actor_id, c.category AS old, found.category AS new
            FROM volume_category AS c
            JOIN categories_of(ARRAY(SELECT DISTINCT id FROM touched)) AS found ON found.actor_id = c.actor_id
            WHERE c.category IS DISTINCT FROM found.category
        ), summed_under AS (
            UPDATE volume_category AS c SET category = m.new FROM moved AS m WHERE m.actor_id = c.actor_id
        )
        INSERT INTO volume_sum
            (revision, recorded_at, month, service_id, item, status, provenance, category, actors, quantity)
        SELECT r.number, r.recorded_at, v.month, v.service_id, v.item, v.status, v.provenance, side.category,
            side.sign * count(*), side.sign * sum(v.quantity)
        FROM moved AS m
        JOIN monthly_volume AS v ON v.actor_id = m.actor_id AND v.recorded_to IS NULL
        CROSS JOIN LATERAL (VALUES (-1, m.old), (1, m.new)) AS side (sign, category)
        CROSS JOIN revision AS r
        GROUP BY r.number, r.recorded_at, v.month, v.service_id, v.item, v.status, v.provenance, side.sign, side.category;
        RETURN NULL;
    END
    $$;

-- Volumes recorded before there were sums: what each revision added, and what each took away again.
INSERT INTO volume_category (actor_id, category)
SELECT v.actor_id, max(c.category)
FROM (SELECT DISTINCT actor_id FROM monthly_volume) AS v
LEFT JOIN categories_of(ARRAY(SELECT DISTINCT actor_id FROM monthly_volume)) AS c ON c.actor_id = v.actor_id
GROUP BY v.actor_id;
INSERT INTO volume_sum (revision, recorded_at, month, service_id, item, status, provenance, category, actors, quantity)
SELECT side.revision, side.recorded_at, v.month, v.service_id, v.item, v.status, v.provenance, c.category,
    sum(side.sign), sum(side.sign * v.quantity)
FROM monthly_volume AS v
JOIN volume_category AS c ON c.actor_id = v.actor_id
CROSS JOIN LATERAL (
    SELECT 1 AS sign, v.revision, v.recorded_from AS recorded_at
    UNION ALL
    -- The revision that ended a volume is not noted beside it; only its time matters to the sums.
    SELECT -1, v.revision, v.recorded_to WHERE v.recorded_to IS NOT NULL
) AS side
GROUP BY side.revision, side.recorded_at, v.month, v.service_id, v.item, v.status, v.provenance, c.category;

CREATE TRIGGER sum_added_volumes AFTER INSERT ON monthly_volume
    REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION sum_volumes();
CREATE TRIGGER sum_ended_volumes AFTER UPDATE ON monthly_volume
    REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION sum_volumes();
CREATE TRIGGER move_volumes_of_added AFTER INSERT ON public_actor
    REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION move_volumes();
CREATE TRIGGER move_volumes_of_ended AFTER UPDATE ON public_actor
    REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION move_volumes();
