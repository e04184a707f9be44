-- Deeds: what is prepared by one and decided by another, what was answered, and the law of deeds that no single row can hold.

CREATE TABLE preparation (
    number BIGINT GENERATED ALWAYS AS IDENTITY,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    revision BIGINT NOT NULL,
    deed TEXT NOT NULL,
    content JSONB NOT NULL,
    prepared_by TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (number)
);
COMMENT ON TABLE preparation IS 'Deeds prepared by one person for another to decide.';
COMMENT ON COLUMN preparation.number IS 'Number of the preparation.';
COMMENT ON COLUMN preparation.at IS 'When it was prepared.';
COMMENT ON COLUMN preparation.revision IS 'The revision that recorded it.';
COMMENT ON COLUMN preparation.deed IS 'The deed that is prepared.';
COMMENT ON COLUMN preparation.content IS 'The whole input of the deed.';
COMMENT ON COLUMN preparation.prepared_by IS 'Who prepared it: subject of the token.';
COMMENT ON COLUMN preparation.role IS 'In what role.';
CREATE TABLE preparation_decided (
    preparation BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    decided_by TEXT NOT NULL,
    PRIMARY KEY (preparation),
    FOREIGN KEY(preparation) REFERENCES preparation (number)
);
COMMENT ON TABLE preparation_decided IS 'Preparations that have been decided.';
COMMENT ON COLUMN preparation_decided.preparation IS 'The preparation.';
COMMENT ON COLUMN preparation_decided.revision IS 'The revision that did the deed.';
COMMENT ON COLUMN preparation_decided.decided_by IS 'Who decided: subject of the token.';
CREATE TABLE deed_answer (
    asker TEXT NOT NULL,
    client_mutation_id TEXT NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    asked_sha256 TEXT NOT NULL,
    answer JSONB NOT NULL,
    PRIMARY KEY (asker, client_mutation_id)
);
COMMENT ON TABLE deed_answer IS 'Answers given to deeds that carried an id of their own.';
COMMENT ON COLUMN deed_answer.asker IS 'Who asked: issuer''s subject of the token.';
COMMENT ON COLUMN deed_answer.client_mutation_id IS 'The id the asker chose.';
COMMENT ON COLUMN deed_answer.at IS 'When it was answered.';
COMMENT ON COLUMN deed_answer.asked_sha256 IS 'SHA-256 of deed and input, lower-case hex.';
COMMENT ON COLUMN deed_answer.answer IS 'The answer: the object changed, or the refusal.';

-- 11 § and four eyes: who prepared a decision has not taken it.
ALTER TABLE decision ADD CONSTRAINT prepared_and_decided_by_two CHECK (prepared_by <> decided_by);

CREATE FUNCTION decided_by_another() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        IF NEW.decided_by = (SELECT prepared_by FROM preparation WHERE number = NEW.preparation) THEN
            RAISE EXCEPTION 'preparation % was prepared by whoever would decide it', NEW.preparation
                USING ERRCODE = 'AK015', HINT = 'Have another decision maker take it.';
        END IF;
        RETURN NEW;
    END
    $$;
CREATE TRIGGER decided_by_another BEFORE INSERT ON preparation_decided FOR EACH ROW EXECUTE FUNCTION decided_by_another();

DO $$
DECLARE
    kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['preparation', 'preparation_decided', 'deed_answer'] LOOP
        EXECUTE format('CREATE TRIGGER refuse_rewrite BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_rewrite()', kept);
        EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_rewrite()', kept);
    END LOOP;
END
$$;

-- The life cycles of auktor.core.lifecycles, for the two nouns whose status is stored. Two steps taken on one day leave one description,
-- so what is asked is whether the later state can be reached from the earlier; a test holds this equal to the table in Python.
CREATE FUNCTION leads_to(cycle text, source text, target text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
        WITH RECURSIVE
            step (cycle, source, target) AS (VALUES
                ('application', 'RECEIVED', 'UNDER_REVIEW'),
                ('application', 'UNDER_REVIEW', 'SUPPLEMENT_REQUESTED'),
                ('application', 'SUPPLEMENT_REQUESTED', 'UNDER_REVIEW'),
                ('application', 'UNDER_REVIEW', 'APPROVED'),
                ('application', 'UNDER_REVIEW', 'REJECTED'),
                ('application', 'UNDER_REVIEW', 'DISMISSED'),
                ('application', 'RECEIVED', 'WITHDRAWN'),
                ('application', 'UNDER_REVIEW', 'WITHDRAWN'),
                ('application', 'SUPPLEMENT_REQUESTED', 'WITHDRAWN'),
                ('application', 'RECEIVED', 'STRUCK_OFF'),
                ('application', 'UNDER_REVIEW', 'STRUCK_OFF'),
                ('application', 'SUPPLEMENT_REQUESTED', 'STRUCK_OFF'),
                ('application', 'REJECTED', 'RECTIFICATION_PENDING'),
                ('application', 'RECTIFICATION_PENDING', 'UNDER_REVIEW'),
                ('application', 'REJECTED', 'REJECTED_FINAL'),
                ('application', 'RECTIFICATION_PENDING', 'REJECTED_FINAL'),
                ('application', 'APPROVED', 'AGREEMENT_SIGNED'),
                ('application', 'APPROVED', 'LAPSED'),
                ('application', 'APPROVED', 'WITHDRAWN'),
                ('service', 'UNDER_REVIEW', 'TECHNICALLY_CONNECTED'),
                ('service', 'TECHNICALLY_CONNECTED', 'IN_OPERATION'),
                ('service', 'IN_OPERATION', 'SUSPENDED'),
                ('service', 'SUSPENDED', 'IN_OPERATION'),
                ('service', 'SUSPENDED', 'CLOSED'),
                ('service', 'IN_OPERATION', 'CLOSED')
            ),
            reached (state) AS (
                SELECT $2
                UNION
                SELECT step.target FROM step JOIN reached ON step.cycle = $1 AND step.source = reached.state
            )
        SELECT EXISTS (SELECT FROM reached WHERE state = $3)
    $$;
COMMENT ON FUNCTION leads_to(text, text, text) IS 'Whether legal steps lead from one state of a life cycle to another; a state leads to itself.';

CREATE FUNCTION keeps_to_its_life_cycle() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    DECLARE
        broken record;
    BEGIN
        EXECUTE format(
            'SELECT h.earlier, h.status FROM (
                SELECT status, lag(status) OVER (ORDER BY valid_from) AS earlier FROM %I WHERE id = $1 AND recorded_to IS NULL
             ) AS h WHERE NOT leads_to(%L, h.earlier, h.status) LIMIT 1', TG_TABLE_NAME, TG_TABLE_NAME) INTO broken USING NEW.id;
        IF broken.status IS NOT NULL THEN
            RAISE EXCEPTION 'no legal step leads a % from % to %', TG_TABLE_NAME, broken.earlier, broken.status
                USING ERRCODE = 'AK011', HINT = 'Take the steps its life cycle has.';
        END IF;
        RETURN NULL;
    END
    $$;
CREATE CONSTRAINT TRIGGER keeps_to_its_life_cycle AFTER INSERT ON application
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keeps_to_its_life_cycle();
CREATE CONSTRAINT TRIGGER keeps_to_its_life_cycle AFTER INSERT ON service
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keeps_to_its_life_cycle();

-- 15 § lag (2023:704): an agreement follows an approval of the same supplier in the same system. What is only reported from elsewhere, or
-- invented as an example, is not asked: the register did not see those decisions.
CREATE FUNCTION follows_an_approval() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        IF NOT EXISTS (
            SELECT FROM decision AS d
            JOIN application AS a ON a.id = d.application_id AND a.recorded_to IS NULL
            WHERE d.recorded_to IS NULL AND d.kind = 'APPROVAL' AND a.supplier_id = NEW.supplier_id AND a.system = NEW.system
                AND d.decided_on <= greatest(NEW.signed_by_authority_on, NEW.signed_by_supplier_on)
        ) THEN
            RAISE EXCEPTION 'an agreement of % rests on no approval of the supplier', NEW.system
                USING ERRCODE = 'AK012', HINT = 'Approve an application of the supplier first.';
        END IF;
        RETURN NULL;
    END
    $$;
CREATE CONSTRAINT TRIGGER follows_an_approval AFTER INSERT ON supplier_agreement
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.provenance = 'OFFICIAL') EXECUTE FUNCTION follows_an_approval();

-- 17 and 18 §§ lag (2023:704): only a rejection is rectified, within three weeks of its service.
CREATE FUNCTION comes_in_time() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        IF NOT EXISTS (
            SELECT FROM decision AS d
            WHERE d.id = NEW.decision_id AND d.recorded_to IS NULL AND d.kind = 'REJECTION'
                AND NEW.received_on BETWEEN d.served_on AND d.served_on + 21
        ) THEN
            RAISE EXCEPTION 'a rectification case received on % is not of a rejection served within three weeks', NEW.received_on
                USING ERRCODE = 'AK013', HINT = 'Check which decision it challenges and when that was served.';
        END IF;
        RETURN NULL;
    END
    $$;
CREATE CONSTRAINT TRIGGER comes_in_time AFTER INSERT ON rectification_case
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION comes_in_time();

-- 4 § förordning (2023:709): an exemption is from an obligation, so its actor was assessed as obliged.
CREATE FUNCTION exempts_an_obliged_actor() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        IF NOT EXISTS (
            SELECT FROM obligation_assessment AS o
            WHERE o.actor_id = NEW.actor_id AND o.recorded_to IS NULL AND o.outcome = 'OBLIGED' AND o.valid_from < NEW.exempt_until
        ) THEN
            RAISE EXCEPTION 'an exemption until % is of an actor nobody assessed as obliged', NEW.exempt_until
                USING ERRCODE = 'AK014', HINT = 'Assess its obligation first.';
        END IF;
        RETURN NULL;
    END
    $$;
CREATE CONSTRAINT TRIGGER exempts_an_obliged_actor AFTER INSERT ON exemption
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.provenance = 'OFFICIAL') EXECUTE FUNCTION exempts_an_obliged_actor();
