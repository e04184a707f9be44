-- 8 § förordning (2023:709) and directive (EU) 2015/1535: what comes before a regulation is decided has its days.
ALTER TABLE regulation
    ADD COLUMN circulated_on DATE,
    ADD COLUMN answers_due_on DATE,
    ADD COLUMN holds_technical_rules BOOLEAN,
    ADD COLUMN eu_notification_id BIGINT REFERENCES eu_notification_identity (id),
    ADD COLUMN not_notified_because TEXT,
    ADD CONSTRAINT circulated_before_answers CHECK (circulated_on <= answers_due_on),
    ADD CONSTRAINT circulated_before_decided CHECK (circulated_on <= decided_on),
    ADD CONSTRAINT answers_before_decided CHECK (answers_due_on < decided_on),
    ADD CONSTRAINT notified_or_told_why_not CHECK (NOT (eu_notification_id IS NOT NULL AND not_notified_because IS NOT NULL));
CREATE INDEX regulation_by_eu_notification_id ON regulation (eu_notification_id);
COMMENT ON COLUMN regulation.circulated_on IS 'Day its draft was sent to the authorities concerned (Remitterad). Unit: date. Source: SFS 2023:709 8 §.';
COMMENT ON COLUMN regulation.answers_due_on IS 'Last day to comment on the draft (Svar senast). Unit: date. Source: SFS 2023:709 8 §.';
COMMENT ON COLUMN regulation.holds_technical_rules IS 'Whether it holds technical rules, which are notified before they are decided (Tekniska föreskrifter).';
COMMENT ON COLUMN regulation.eu_notification_id IS 'EU notification of its technical rules (EU-anmälan). Source: EU 2015/1535.';
COMMENT ON COLUMN regulation.not_notified_because IS 'Why its technical rules were not notified (Skäl att inte anmäla). Source: EU 2015/1535.';
CREATE CONSTRAINT TRIGGER eu_notification_id_is_there AFTER INSERT ON regulation
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.eu_notification_id IS NOT NULL)
    EXECUTE FUNCTION rests_on_what_is_there('eu_notification_id', 'eu_notification');

ALTER TABLE requirements_version
    ADD COLUMN not_notified_because TEXT,
    ADD CONSTRAINT notified_or_told_why_not CHECK (NOT (eu_notification_id IS NOT NULL AND not_notified_because IS NOT NULL));
COMMENT ON COLUMN requirements_version.not_notified_because IS 'Why technical rules were not notified (Skäl att inte anmäla). Source: EU 2015/1535.';

-- An agreement with a public actor: the actor signs, then the authority concludes.
ALTER TABLE actor_agreement
    ADD COLUMN signed_by_actor_on DATE,
    ADD CONSTRAINT signed_by_actor_before_both CHECK (signed_by_actor_on <= signed_on);
COMMENT ON COLUMN actor_agreement.signed_by_actor_on IS 'Day the actor signed (Undertecknat av aktören). Unit: date.';

-- Directive (EU) 2015/1535, article 6: nothing that was notified is decided, or applies, inside its standstill.
CREATE FUNCTION waits_out_its_standstill() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    DECLARE
        broken record;
    BEGIN
        SELECT n.number, n.standstill_ends_on, held.day INTO broken
        FROM (
            SELECT id, eu_notification_id, decided_on AS day, valid_from, valid_to FROM regulation WHERE recorded_to IS NULL
            UNION ALL
            SELECT id, eu_notification_id, applies_from, valid_from, valid_to FROM requirements_version WHERE recorded_to IS NULL
        ) AS held
        JOIN eu_notification AS n ON n.id = held.eu_notification_id AND n.recorded_to IS NULL
            AND daterange(n.valid_from, n.valid_to) && daterange(held.valid_from, held.valid_to)
        WHERE held.eu_notification_id = CASE TG_TABLE_NAME
                WHEN 'eu_notification' THEN NEW.id ELSE (to_jsonb(NEW) ->> 'eu_notification_id')::bigint END
            AND held.day < n.standstill_ends_on
        LIMIT 1;
        IF broken.number IS NOT NULL THEN
            RAISE EXCEPTION 'what was notified as % stands still until %, and would have effect on %', broken.number, broken.standstill_ends_on, broken.day
                USING ERRCODE = 'AK016', HINT = 'Let it wait until the standstill has ended.';
        END IF;
        RETURN NULL;
    END
    $$;
CREATE CONSTRAINT TRIGGER waits_out_its_standstill AFTER INSERT ON regulation
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.eu_notification_id IS NOT NULL) EXECUTE FUNCTION waits_out_its_standstill();
CREATE CONSTRAINT TRIGGER waits_out_its_standstill AFTER INSERT ON requirements_version
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.eu_notification_id IS NOT NULL) EXECUTE FUNCTION waits_out_its_standstill();
CREATE CONSTRAINT TRIGGER waits_out_its_standstill AFTER INSERT ON eu_notification
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION waits_out_its_standstill();
