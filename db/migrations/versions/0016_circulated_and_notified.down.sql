DROP FUNCTION waits_out_its_standstill() CASCADE;
ALTER TABLE actor_agreement DROP COLUMN signed_by_actor_on;
ALTER TABLE requirements_version DROP COLUMN not_notified_because;
DROP TRIGGER eu_notification_id_is_there ON regulation;
ALTER TABLE regulation
    DROP COLUMN not_notified_because,
    DROP COLUMN eu_notification_id,
    DROP COLUMN holds_technical_rules,
    DROP COLUMN answers_due_on,
    DROP COLUMN circulated_on;
