-- Every noun of the register: an identity table, and a table of versions with a valid and a recorded period.
CREATE TABLE actor_agreement_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE actor_agreement_identity IS 'Every actor agreement the register has ever held.';
COMMENT ON COLUMN actor_agreement_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN actor_agreement_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE agreement_service_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE agreement_service_identity IS 'Every agreement service the register has ever held.';
COMMENT ON COLUMN agreement_service_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN agreement_service_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE application_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE application_identity IS 'Every application the register has ever held.';
COMMENT ON COLUMN application_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN application_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE audit_entry (
    sequence BIGINT GENERATED ALWAYS AS IDENTITY,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    revision BIGINT,
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    deed TEXT NOT NULL,
    subject TEXT,
    refused TEXT,
    before JSONB,
    after JSONB,
    reason TEXT,
    request_id TEXT,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (sequence),
    UNIQUE (hash),
    UNIQUE (previous_hash)
);
COMMENT ON TABLE audit_entry IS 'Every deed, refused ones included.';
COMMENT ON COLUMN audit_entry.sequence IS 'Number of the entry.';
COMMENT ON COLUMN audit_entry.at IS 'When the deed was recorded.';
COMMENT ON COLUMN audit_entry.revision IS 'The revision it made; empty where it was refused.';
COMMENT ON COLUMN audit_entry.actor IS 'Who: subject of the token, or the command''s user.';
COMMENT ON COLUMN audit_entry.role IS 'In what role.';
COMMENT ON COLUMN audit_entry.deed IS 'What was done.';
COMMENT ON COLUMN audit_entry.subject IS 'To what: kind and key.';
COMMENT ON COLUMN audit_entry.refused IS 'Code of the refusal, where it was refused.';
COMMENT ON COLUMN audit_entry.before IS 'What stood before.';
COMMENT ON COLUMN audit_entry.after IS 'What stands after.';
COMMENT ON COLUMN audit_entry.reason IS 'Why.';
COMMENT ON COLUMN audit_entry.request_id IS 'The request it came with.';
COMMENT ON COLUMN audit_entry.previous_hash IS 'Hash of the entry before, lower-case hex.';
COMMENT ON COLUMN audit_entry.hash IS 'SHA-256 over this entry and the previous hash, lower-case hex.';
CREATE TABLE authorisation_system_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE authorisation_system_identity IS 'Every authorisation system the register has ever held.';
COMMENT ON COLUMN authorisation_system_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN authorisation_system_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE change (
    sequence BIGINT GENERATED ALWAYS AS IDENTITY,
    revision BIGINT NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    change TEXT NOT NULL,
    public BOOLEAN NOT NULL,
    PRIMARY KEY (sequence)
);
CREATE INDEX change_by_revision ON change (revision);
COMMENT ON TABLE change IS 'Every change of the register, for those who follow it.';
COMMENT ON COLUMN change.sequence IS 'Number of the change; rises in the order of commits.';
COMMENT ON COLUMN change.revision IS 'The revision that made it.';
COMMENT ON COLUMN change.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN change.kind IS 'Table of the object.';
COMMENT ON COLUMN change.key IS 'Key of the object.';
COMMENT ON COLUMN change.change IS 'Whether the object was added, changed or removed.';
COMMENT ON COLUMN change.public IS 'Whether the object is of an open noun.';
CREATE TABLE compensation_rule_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE compensation_rule_identity IS 'Every compensation rule the register has ever held.';
COMMENT ON COLUMN compensation_rule_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN compensation_rule_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE decision_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE decision_identity IS 'Every decision the register has ever held.';
COMMENT ON COLUMN decision_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN decision_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE edition (
    number BIGINT GENERATED BY DEFAULT AS IDENTITY,
    previous_sha256 TEXT,
    manifest_sha256 TEXT NOT NULL,
    content_sha256 TEXT NOT NULL,
    as_of DATE NOT NULL,
    known_at TIMESTAMP WITH TIME ZONE NOT NULL,
    issued TIMESTAMP WITH TIME ZONE NOT NULL,
    next_update TIMESTAMP WITH TIME ZONE NOT NULL,
    revision BIGINT NOT NULL,
    files JSONB NOT NULL,
    PRIMARY KEY (number),
    CONSTRAINT number_is_positive CHECK (number > 0)
);
COMMENT ON TABLE edition IS 'Every edition ever published.';
COMMENT ON COLUMN edition.number IS 'Number of the edition; rises by one, never reused.';
COMMENT ON COLUMN edition.previous_sha256 IS 'Hash of the previous edition''s manifest.';
COMMENT ON COLUMN edition.manifest_sha256 IS 'Hash of the manifest''s bytes, lower-case hex.';
COMMENT ON COLUMN edition.content_sha256 IS 'Hash of the facts alone: equal when nothing changed.';
COMMENT ON COLUMN edition.as_of IS 'The day the edition describes.';
COMMENT ON COLUMN edition.known_at IS 'What the register knew then is what it holds.';
COMMENT ON COLUMN edition.issued IS 'When it was issued.';
COMMENT ON COLUMN edition.next_update IS 'When the next edition is due at the latest.';
COMMENT ON COLUMN edition.revision IS 'The revision it was built from.';
COMMENT ON COLUMN edition.files IS 'Path, bytes, sha256, media type and rows of every file.';
CREATE TABLE eu_notification_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE eu_notification_identity IS 'Every eu notification the register has ever held.';
COMMENT ON COLUMN eu_notification_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN eu_notification_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE exemption_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE exemption_identity IS 'Every exemption the register has ever held.';
COMMENT ON COLUMN exemption_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN exemption_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE fee_rule_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE fee_rule_identity IS 'Every fee rule the register has ever held.';
COMMENT ON COLUMN fee_rule_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN fee_rule_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE fee_tier_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE fee_tier_identity IS 'Every fee tier the register has ever held.';
COMMENT ON COLUMN fee_tier_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN fee_tier_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE legacy_connection_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE legacy_connection_identity IS 'Every legacy connection the register has ever held.';
COMMENT ON COLUMN legacy_connection_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN legacy_connection_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE legacy_scheme_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE legacy_scheme_identity IS 'Every legacy scheme the register has ever held.';
COMMENT ON COLUMN legacy_scheme_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN legacy_scheme_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE milestone_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE milestone_identity IS 'Every milestone the register has ever held.';
COMMENT ON COLUMN milestone_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN milestone_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE obligation_assessment_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE obligation_assessment_identity IS 'Every obligation assessment the register has ever held.';
COMMENT ON COLUMN obligation_assessment_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN obligation_assessment_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE obligation_rule_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE obligation_rule_identity IS 'Every obligation rule the register has ever held.';
COMMENT ON COLUMN obligation_rule_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN obligation_rule_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE providing_authority_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE providing_authority_identity IS 'Every providing authority the register has ever held.';
COMMENT ON COLUMN providing_authority_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN providing_authority_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE public_actor_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE public_actor_identity IS 'Every public actor the register has ever held.';
COMMENT ON COLUMN public_actor_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN public_actor_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE rectification_case_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE rectification_case_identity IS 'Every rectification case the register has ever held.';
COMMENT ON COLUMN rectification_case_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN rectification_case_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE regulation_effect_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE regulation_effect_identity IS 'Every regulation effect the register has ever held.';
COMMENT ON COLUMN regulation_effect_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN regulation_effect_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE regulation_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE regulation_identity IS 'Every regulation the register has ever held.';
COMMENT ON COLUMN regulation_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN regulation_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE requirements_version_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE requirements_version_identity IS 'Every requirements version the register has ever held.';
COMMENT ON COLUMN requirements_version_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN requirements_version_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE review_finding_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE review_finding_identity IS 'Every review finding the register has ever held.';
COMMENT ON COLUMN review_finding_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN review_finding_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE review_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE review_identity IS 'Every review the register has ever held.';
COMMENT ON COLUMN review_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN review_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE revision (
    one BOOLEAN NOT NULL,
    number BIGINT NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (one),
    CONSTRAINT there_is_one_row CHECK (one)
);
COMMENT ON TABLE revision IS 'The register''s newest revision.';
COMMENT ON COLUMN revision.one IS 'Always true: there is one row.';
COMMENT ON COLUMN revision.number IS 'Number of the newest committed write.';
COMMENT ON COLUMN revision.recorded_at IS 'When it was recorded; strictly increasing.';
CREATE TABLE service_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE service_identity IS 'Every service the register has ever held.';
COMMENT ON COLUMN service_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN service_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE start_rule_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE start_rule_identity IS 'Every start rule the register has ever held.';
COMMENT ON COLUMN start_rule_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN start_rule_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE succession_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE succession_identity IS 'Every succession the register has ever held.';
COMMENT ON COLUMN succession_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN succession_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE supplier_agreement_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE supplier_agreement_identity IS 'Every supplier agreement the register has ever held.';
COMMENT ON COLUMN supplier_agreement_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN supplier_agreement_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE supplier_identity (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    key TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT key_is_plain CHECK (key ~ '^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$' AND length(key) <= 120),
    UNIQUE (key)
);
COMMENT ON TABLE supplier_identity IS 'Every supplier the register has ever held.';
COMMENT ON COLUMN supplier_identity.id IS 'Number of the object inside this database.';
COMMENT ON COLUMN supplier_identity.key IS 'Name of the object in files, addresses and the API; never reused.';
CREATE TABLE actor_agreement (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    actor_id BIGINT NOT NULL,
    system TEXT NOT NULL,
    agreement_number TEXT,
    requirements_version_id BIGINT,
    signed_on DATE,
    in_force_from DATE NOT NULL,
    notice_given_on DATE,
    ends_on DATE,
    end_ground TEXT,
    previous_scheme TEXT,
    PRIMARY KEY (version),
    FOREIGN KEY(actor_id) REFERENCES public_actor_identity (id),
    FOREIGN KEY(system) REFERENCES authorisation_system_identity (key),
    FOREIGN KEY(requirements_version_id) REFERENCES requirements_version_identity (id),
    FOREIGN KEY(previous_scheme) REFERENCES legacy_scheme_identity (key),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES actor_agreement_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT system_is_a_term CHECK (system IN ('E_IDENTIFICATION', 'DIGITAL_POST')),
    CONSTRAINT end_ground_is_a_term CHECK (end_ground IN ('TERMINATED_BY_SUPPLIER', 'TERMINATED_BY_AUTHORITY', 'TERMINATED_BY_ACTOR', 'CANCELLED_FOR_BREACH', 'TERM_EXPIRED', 'SYSTEM_CLOSED', 'TRANSFERRED')),
    CONSTRAINT previous_scheme_is_a_term CHECK (previous_scheme IN ('VFS_2017', 'VFS_2018', 'MINA_MEDDELANDEN')),
    CONSTRAINT signed_before_in_force CHECK (signed_on <= in_force_from),
    CONSTRAINT in_force_before_ends CHECK (in_force_from < ends_on),
    CONSTRAINT notice_names_its_end CHECK ((notice_given_on IS NULL AND end_ground IS NULL) OR ends_on IS NOT NULL),
    CONSTRAINT actor_agreement_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&),
    CONSTRAINT actor_agreement_one_agreement_at_a_time EXCLUDE USING gist (same(coalesce(actor_id::text, '') || '|' || coalesce(system::text, '')) WITH &&, daterange(in_force_from, ends_on) WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX actor_agreement_by_actor_id ON actor_agreement (actor_id);
CREATE INDEX actor_agreement_by_object ON actor_agreement (id, valid_from);
CREATE INDEX actor_agreement_by_previous_scheme ON actor_agreement (previous_scheme);
CREATE INDEX actor_agreement_by_requirements_version_id ON actor_agreement (requirements_version_id);
CREATE INDEX actor_agreement_by_system ON actor_agreement (system);
COMMENT ON TABLE actor_agreement IS 'actor agreement (avtal med offentlig aktör). Source: SFS 2023:704 2 § 3.';
COMMENT ON COLUMN actor_agreement.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN actor_agreement.id IS 'The object this version describes.';
COMMENT ON COLUMN actor_agreement.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN actor_agreement.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN actor_agreement.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN actor_agreement.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN actor_agreement.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN actor_agreement.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN actor_agreement.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN actor_agreement.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN actor_agreement.actor_id IS 'The public actor (Offentlig aktör).';
COMMENT ON COLUMN actor_agreement.system IS 'Authorisation system (Auktorisationssystem).';
COMMENT ON COLUMN actor_agreement.agreement_number IS 'Number of the agreement (Avtalsnummer).';
COMMENT ON COLUMN actor_agreement.requirements_version_id IS 'The terms it was signed on (Avtalsvillkor).';
COMMENT ON COLUMN actor_agreement.signed_on IS 'Day it was signed by both (Undertecknat). Unit: date.';
COMMENT ON COLUMN actor_agreement.in_force_from IS 'First day in force (Gäller från och med). Unit: date.';
COMMENT ON COLUMN actor_agreement.notice_given_on IS 'Day notice was given (Uppsagt). Unit: date.';
COMMENT ON COLUMN actor_agreement.ends_on IS 'First day no longer in force (Upphör). Unit: date.';
COMMENT ON COLUMN actor_agreement.end_ground IS 'Why it ends (Upphörandegrund).';
COMMENT ON COLUMN actor_agreement.previous_scheme IS 'Older scheme the actor came from (Tidigare regim).';
CREATE TABLE agreement_service (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    agreement_id BIGINT NOT NULL,
    service_id BIGINT NOT NULL,
    PRIMARY KEY (version),
    FOREIGN KEY(agreement_id) REFERENCES supplier_agreement_identity (id),
    FOREIGN KEY(service_id) REFERENCES service_identity (id),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES agreement_service_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT agreement_service_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX agreement_service_by_agreement_id ON agreement_service (agreement_id);
CREATE INDEX agreement_service_by_object ON agreement_service (id, valid_from);
CREATE INDEX agreement_service_by_service_id ON agreement_service (service_id);
COMMENT ON TABLE agreement_service IS 'agreement service (tjänst i avtal). Source: SFS 2023:704 15 §.';
COMMENT ON COLUMN agreement_service.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN agreement_service.id IS 'The object this version describes.';
COMMENT ON COLUMN agreement_service.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN agreement_service.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN agreement_service.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN agreement_service.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN agreement_service.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN agreement_service.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN agreement_service.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN agreement_service.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN agreement_service.agreement_id IS 'The agreement (Anslutningsavtal).';
COMMENT ON COLUMN agreement_service.service_id IS 'The service it covers (Tjänst).';
CREATE TABLE application (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    case_number TEXT NOT NULL,
    supplier_id BIGINT NOT NULL,
    system TEXT NOT NULL,
    requirements_version_id BIGINT,
    received_on DATE NOT NULL,
    status TEXT NOT NULL,
    services TEXT,
    joint_applicants TEXT,
    PRIMARY KEY (version),
    FOREIGN KEY(supplier_id) REFERENCES supplier_identity (id),
    FOREIGN KEY(system) REFERENCES authorisation_system_identity (key),
    FOREIGN KEY(requirements_version_id) REFERENCES requirements_version_identity (id),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES application_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT system_is_a_term CHECK (system IN ('E_IDENTIFICATION', 'DIGITAL_POST')),
    CONSTRAINT status_is_a_term CHECK (status IN ('RECEIVED', 'UNDER_REVIEW', 'SUPPLEMENT_REQUESTED', 'APPROVED', 'REJECTED', 'DISMISSED', 'WITHDRAWN', 'STRUCK_OFF', 'RECTIFICATION_PENDING', 'REJECTED_FINAL', 'AGREEMENT_SIGNED', 'LAPSED')),
    CONSTRAINT application_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX application_by_object ON application (id, valid_from);
CREATE INDEX application_by_requirements_version_id ON application (requirements_version_id);
CREATE INDEX application_by_supplier_id ON application (supplier_id);
CREATE INDEX application_by_system ON application (system);
COMMENT ON TABLE application IS 'application (ansökan om anslutning). Source: SFS 2023:704 8 §.';
COMMENT ON COLUMN application.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN application.id IS 'The object this version describes.';
COMMENT ON COLUMN application.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN application.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN application.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN application.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN application.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN application.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN application.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN application.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN application.case_number IS 'Case number (Diarienummer).';
COMMENT ON COLUMN application.supplier_id IS 'The applicant (Leverantör).';
COMMENT ON COLUMN application.system IS 'Authorisation system (Auktorisationssystem).';
COMMENT ON COLUMN application.requirements_version_id IS 'The requirements it is tried against (Krav).';
COMMENT ON COLUMN application.received_on IS 'Day it was received (Inkom). Unit: date. Source: SFS 2023:704 8 §.';
COMMENT ON COLUMN application.status IS 'Where the application stands (Status).';
COMMENT ON COLUMN application.services IS 'The services it concerns, in words (Tjänster).';
COMMENT ON COLUMN application.joint_applicants IS 'Other companies of a joint application (Gemensamma sökande). Source: SFS 2023:704 9 §.';
CREATE TABLE authorisation_system (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    code TEXT NOT NULL,
    name_sv TEXT NOT NULL,
    name_en TEXT NOT NULL,
    authority_id BIGINT NOT NULL,
    established_on DATE,
    operation_from DATE,
    closed_on DATE,
    decision_time_days BIGINT,
    website TEXT,
    PRIMARY KEY (version),
    FOREIGN KEY(authority_id) REFERENCES providing_authority_identity (id),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES authorisation_system_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT code_is_a_term CHECK (code IN ('E_IDENTIFICATION', 'DIGITAL_POST')),
    CONSTRAINT operation_follows_establishment CHECK (established_on IS NULL OR operation_from IS NULL OR established_on <= operation_from),
    CONSTRAINT closing_follows_operation CHECK (closed_on IS NULL OR operation_from IS NULL OR operation_from < closed_on),
    CONSTRAINT decision_time_is_positive CHECK (decision_time_days > 0),
    CONSTRAINT authorisation_system_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX authorisation_system_by_authority_id ON authorisation_system (authority_id);
CREATE INDEX authorisation_system_by_object ON authorisation_system (id, valid_from);
COMMENT ON TABLE authorisation_system IS 'authorisation system (auktorisationssystem). Source: SFS 2023:704 2 §.';
COMMENT ON COLUMN authorisation_system.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN authorisation_system.id IS 'The object this version describes.';
COMMENT ON COLUMN authorisation_system.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN authorisation_system.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN authorisation_system.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN authorisation_system.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN authorisation_system.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN authorisation_system.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN authorisation_system.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN authorisation_system.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN authorisation_system.code IS 'Code of the system (Systemets kod). Source: SFS 2023:704 1 §.';
COMMENT ON COLUMN authorisation_system.name_sv IS 'Name in Swedish (Namn på svenska).';
COMMENT ON COLUMN authorisation_system.name_en IS 'Name in English (Namn på engelska).';
COMMENT ON COLUMN authorisation_system.authority_id IS 'Providing authority (Tillhandahållande myndighet). Source: SFS 2023:709 2 §.';
COMMENT ON COLUMN authorisation_system.established_on IS 'Day the system was established by publication (Inrättat). Unit: date. Source: SFS 2023:704 6 §.';
COMMENT ON COLUMN authorisation_system.operation_from IS 'First day of operation (I drift från och med). Unit: date.';
COMMENT ON COLUMN authorisation_system.closed_on IS 'First day the system is closed (Avslutat). Unit: date. Source: SFS 2023:704 14 §.';
COMMENT ON COLUMN authorisation_system.decision_time_days IS 'Time within which an application is decided (Beslutstid). Unit: days. Source: SFS 2023:704 6 § 4.';
COMMENT ON COLUMN authorisation_system.website IS 'Where requirements, terms and the supplier list are gathered (Webbplats). Source: SFS 2023:704 6 §.';
CREATE TABLE compensation_rule (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    system TEXT NOT NULL,
    requirements_version_id BIGINT,
    item TEXT NOT NULL,
    amount_sek NUMERIC(18, 4),
    vat TEXT NOT NULL,
    in_force_from DATE NOT NULL,
    ends_on DATE,
    PRIMARY KEY (version),
    FOREIGN KEY(system) REFERENCES authorisation_system_identity (key),
    FOREIGN KEY(requirements_version_id) REFERENCES requirements_version_identity (id),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES compensation_rule_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT system_is_a_term CHECK (system IN ('E_IDENTIFICATION', 'DIGITAL_POST')),
    CONSTRAINT item_is_a_term CHECK (item IN ('IDENTIFICATION', 'SIGNATURE', 'MESSAGE')),
    CONSTRAINT vat_is_a_term CHECK (vat IN ('EXCLUDED', 'INCLUDED', 'OUTSIDE_SCOPE', 'NOT_STATED')),
    CONSTRAINT in_force_before_ends CHECK (in_force_from < ends_on),
    CONSTRAINT amount_is_not_negative CHECK (amount_sek >= 0),
    CONSTRAINT compensation_rule_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX compensation_rule_by_object ON compensation_rule (id, valid_from);
CREATE INDEX compensation_rule_by_requirements_version_id ON compensation_rule (requirements_version_id);
CREATE INDEX compensation_rule_by_system ON compensation_rule (system);
COMMENT ON TABLE compensation_rule IS 'compensation rule (ersättningsregel). Source: avtal.';
COMMENT ON COLUMN compensation_rule.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN compensation_rule.id IS 'The object this version describes.';
COMMENT ON COLUMN compensation_rule.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN compensation_rule.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN compensation_rule.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN compensation_rule.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN compensation_rule.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN compensation_rule.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN compensation_rule.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN compensation_rule.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN compensation_rule.system IS 'Authorisation system (Auktorisationssystem).';
COMMENT ON COLUMN compensation_rule.requirements_version_id IS 'The terms that set it (Villkor).';
COMMENT ON COLUMN compensation_rule.item IS 'What is counted (Prestation).';
COMMENT ON COLUMN compensation_rule.amount_sek IS 'Compensation per unit; empty where it is not known or not public (Belopp). Unit: SEK.';
COMMENT ON COLUMN compensation_rule.vat IS 'How the amount stands to value added tax (Moms).';
COMMENT ON COLUMN compensation_rule.in_force_from IS 'First day it applies (Gäller från och med). Unit: date.';
COMMENT ON COLUMN compensation_rule.ends_on IS 'First day it no longer applies (Upphör). Unit: date.';
CREATE TABLE decision (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    case_number TEXT NOT NULL,
    kind TEXT NOT NULL,
    application_id BIGINT,
    exemption_id BIGINT,
    decided_on DATE NOT NULL,
    served_on DATE,
    final_on DATE,
    ground TEXT,
    reasons TEXT,
    rectification_information BOOLEAN NOT NULL,
    prepared_by TEXT,
    decided_by TEXT,
    PRIMARY KEY (version),
    FOREIGN KEY(application_id) REFERENCES application_identity (id),
    FOREIGN KEY(exemption_id) REFERENCES exemption_identity (id),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES decision_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT kind_is_a_term CHECK (kind IN ('APPROVAL', 'REJECTION', 'DISMISSAL', 'STRIKING_OFF', 'EXEMPTION', 'EXEMPTION_REFUSED')),
    CONSTRAINT ground_is_a_term CHECK (ground IN ('REQUIREMENTS_NOT_MET', 'INSOLVENCY', 'INSOLVENCY_APPLIED_FOR', 'CONVICTION', 'MISCONDUCT', 'UNPAID_TAX', 'INFORMATION_WITHHELD', 'REPRESENTATIVE')),
    CONSTRAINT decided_before_served CHECK (decided_on <= served_on),
    CONSTRAINT served_before_final CHECK (served_on <= final_on),
    CONSTRAINT rejection_has_a_ground CHECK (kind <> 'REJECTION' OR ground IS NOT NULL),
    CONSTRAINT rejection_informs_of_rectification CHECK (kind <> 'REJECTION' OR rectification_information),
    CONSTRAINT concerns_one_case CHECK ((application_id IS NULL) <> (exemption_id IS NULL)),
    CONSTRAINT decision_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX decision_by_application_id ON decision (application_id);
CREATE INDEX decision_by_exemption_id ON decision (exemption_id);
CREATE INDEX decision_by_object ON decision (id, valid_from);
COMMENT ON TABLE decision IS 'decision (beslut). Source: SFS 2023:704 11 §.';
COMMENT ON COLUMN decision.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN decision.id IS 'The object this version describes.';
COMMENT ON COLUMN decision.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN decision.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN decision.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN decision.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN decision.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN decision.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN decision.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN decision.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN decision.case_number IS 'Case number (Diarienummer).';
COMMENT ON COLUMN decision.kind IS 'What it decides (Typ).';
COMMENT ON COLUMN decision.application_id IS 'The application it decides (Ansökan).';
COMMENT ON COLUMN decision.exemption_id IS 'The exemption it grants (Undantag).';
COMMENT ON COLUMN decision.decided_on IS 'Day of the decision (Beslutsdatum). Unit: date.';
COMMENT ON COLUMN decision.served_on IS 'Day it was served (Delgivet). Unit: date. Source: SFS 2023:704 18 §.';
COMMENT ON COLUMN decision.final_on IS 'Day it became final (Laga kraft). Unit: date.';
COMMENT ON COLUMN decision.ground IS 'Ground of a rejection (Grund). Source: SFS 2023:704 11 §.';
COMMENT ON COLUMN decision.reasons IS 'The reasons in words (Skäl).';
COMMENT ON COLUMN decision.rectification_information IS 'Whether it tells how to apply for rectification (Information om rättelse). Source: SFS 2023:704 13 §.';
COMMENT ON COLUMN decision.prepared_by IS 'Who prepared it (Berett av).';
COMMENT ON COLUMN decision.decided_by IS 'Who took it (Beslutat av).';
CREATE TABLE eu_notification (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    received_on DATE,
    standstill_ends_on DATE,
    detailed_opinion BOOLEAN,
    url TEXT,
    PRIMARY KEY (version),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES eu_notification_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT number_is_right CHECK (number ~ '^\d{4}/\d{1,4}/[A-Z]+$'),
    CONSTRAINT standstill_follows_receipt CHECK (received_on IS NULL OR standstill_ends_on IS NULL OR received_on < standstill_ends_on),
    CONSTRAINT eu_notification_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX eu_notification_by_object ON eu_notification (id, valid_from);
COMMENT ON TABLE eu_notification IS 'EU notification (anmälan enligt direktiv (EU) 2015/1535). Source: EU 2015/1535.';
COMMENT ON COLUMN eu_notification.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN eu_notification.id IS 'The object this version describes.';
COMMENT ON COLUMN eu_notification.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN eu_notification.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN eu_notification.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN eu_notification.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN eu_notification.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN eu_notification.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN eu_notification.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN eu_notification.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN eu_notification.number IS 'TRIS number, as 2023/0171/S (Anmälningsnummer). Source: EU 2015/1535.';
COMMENT ON COLUMN eu_notification.title IS 'Title of the notified draft (Rubrik).';
COMMENT ON COLUMN eu_notification.received_on IS 'Day the Commission received it (Mottagen). Unit: date.';
COMMENT ON COLUMN eu_notification.standstill_ends_on IS 'First day after the standstill (Frysningstiden slutar). Unit: date. Source: EU 2015/1535 artikel 6.';
COMMENT ON COLUMN eu_notification.detailed_opinion IS 'Whether a detailed opinion prolonged the standstill (Detaljerat utlåtande).';
COMMENT ON COLUMN eu_notification.url IS 'Address of the notification (Adress).';
CREATE TABLE exemption (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    actor_id BIGINT NOT NULL,
    system TEXT NOT NULL,
    case_number TEXT NOT NULL,
    decided_on DATE NOT NULL,
    exempt_from DATE NOT NULL,
    exempt_until DATE NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (version),
    FOREIGN KEY(actor_id) REFERENCES public_actor_identity (id),
    FOREIGN KEY(system) REFERENCES authorisation_system_identity (key),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES exemption_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT system_is_a_term CHECK (system IN ('E_IDENTIFICATION', 'DIGITAL_POST')),
    CONSTRAINT begins_before_it_ends CHECK (exempt_from < exempt_until),
    CONSTRAINT only_e_identification CHECK (system = 'E_IDENTIFICATION'),
    CONSTRAINT decided_before_it_ends CHECK (decided_on < exempt_until),
    CONSTRAINT exemption_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&),
    CONSTRAINT exemption_one_exemption_at_a_time EXCLUDE USING gist (same(coalesce(actor_id::text, '') || '|' || coalesce(system::text, '')) WITH &&, daterange(exempt_from, exempt_until) WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX exemption_by_actor_id ON exemption (actor_id);
CREATE INDEX exemption_by_object ON exemption (id, valid_from);
CREATE INDEX exemption_by_system ON exemption (system);
COMMENT ON TABLE exemption IS 'exemption (tidsbegränsat undantag). Source: SFS 2023:709 4 §.';
COMMENT ON COLUMN exemption.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN exemption.id IS 'The object this version describes.';
COMMENT ON COLUMN exemption.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN exemption.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN exemption.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN exemption.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN exemption.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN exemption.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN exemption.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN exemption.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN exemption.actor_id IS 'Who is exempt (Offentlig aktör).';
COMMENT ON COLUMN exemption.system IS 'Authorisation system (Auktorisationssystem).';
COMMENT ON COLUMN exemption.case_number IS 'Case number of the decision (Diarienummer).';
COMMENT ON COLUMN exemption.decided_on IS 'Day of the decision (Beslutat). Unit: date.';
COMMENT ON COLUMN exemption.exempt_from IS 'First day of the exemption (Undantagen från och med). Unit: date.';
COMMENT ON COLUMN exemption.exempt_until IS 'First day after the exemption (Undantagen till (ej med)). Unit: date. Source: SFS 2023:709 4 §.';
COMMENT ON COLUMN exemption.reason IS 'Why the exemption was granted (Skäl).';
CREATE TABLE fee_rule (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    system TEXT NOT NULL,
    regulation_id BIGINT,
    legacy_scheme TEXT,
    paragraph TEXT,
    item TEXT NOT NULL,
    unit TEXT NOT NULL,
    actor_category TEXT,
    vat TEXT NOT NULL,
    dimension TEXT NOT NULL,
    calculation TEXT NOT NULL,
    rounding TEXT NOT NULL,
    in_force_from DATE NOT NULL,
    ends_on DATE,
    PRIMARY KEY (version),
    FOREIGN KEY(system) REFERENCES authorisation_system_identity (key),
    FOREIGN KEY(regulation_id) REFERENCES regulation_identity (id),
    FOREIGN KEY(legacy_scheme) REFERENCES legacy_scheme_identity (key),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES fee_rule_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT system_is_a_term CHECK (system IN ('E_IDENTIFICATION', 'DIGITAL_POST')),
    CONSTRAINT legacy_scheme_is_a_term CHECK (legacy_scheme IN ('VFS_2017', 'VFS_2018', 'MINA_MEDDELANDEN')),
    CONSTRAINT item_is_a_term CHECK (item IN ('IDENTIFICATION', 'SIGNATURE', 'MESSAGE')),
    CONSTRAINT unit_is_a_term CHECK (unit IN ('PER_COMPLETED_TRANSACTION', 'PER_MESSAGE', 'PER_YEAR', 'ONE_OFF')),
    CONSTRAINT actor_category_is_a_term CHECK (actor_category IN ('STATE_AGENCY', 'MUNICIPALITY', 'REGION', 'MUNICIPAL_ASSOCIATION', 'DECISION_MAKING_ASSEMBLY', 'ASSOCIATION', 'PRIVATE_SCHOOL', 'PRIVATE_HEALTHCARE', 'PRIVATE_SOCIAL_CARE', 'PRIVATE_ASSISTANCE', 'PRIVATE_HIGHER_EDUCATION', 'PUBLICLY_GOVERNED_BODY')),
    CONSTRAINT vat_is_a_term CHECK (vat IN ('EXCLUDED', 'INCLUDED', 'OUTSIDE_SCOPE', 'NOT_STATED')),
    CONSTRAINT dimension_is_a_term CHECK (dimension IN ('NONE', 'VOLUME', 'SIZE_KB')),
    CONSTRAINT calculation_is_a_term CHECK (calculation IN ('WHOLE_VOLUME', 'MARGINAL')),
    CONSTRAINT in_force_before_ends CHECK (in_force_from < ends_on),
    CONSTRAINT rests_on_one_ground CHECK (NOT (regulation_id IS NOT NULL AND legacy_scheme IS NOT NULL)),
    CONSTRAINT fee_rule_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&),
    CONSTRAINT fee_rule_one_fee_at_a_time EXCLUDE USING gist (same(coalesce(system::text, '') || '|' || coalesce(item::text, '') || '|' || coalesce(actor_category::text, '') || '|' || coalesce(legacy_scheme::text, '')) WITH &&, daterange(in_force_from, ends_on) WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX fee_rule_by_legacy_scheme ON fee_rule (legacy_scheme);
CREATE INDEX fee_rule_by_object ON fee_rule (id, valid_from);
CREATE INDEX fee_rule_by_regulation_id ON fee_rule (regulation_id);
CREATE INDEX fee_rule_by_system ON fee_rule (system);
COMMENT ON TABLE fee_rule IS 'fee rule (avgiftsregel). Source: SFS 2023:709 7 §.';
COMMENT ON COLUMN fee_rule.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN fee_rule.id IS 'The object this version describes.';
COMMENT ON COLUMN fee_rule.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN fee_rule.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN fee_rule.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN fee_rule.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN fee_rule.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN fee_rule.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN fee_rule.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN fee_rule.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN fee_rule.system IS 'Authorisation system (Auktorisationssystem).';
COMMENT ON COLUMN fee_rule.regulation_id IS 'Regulation that sets the fee (Föreskrift). Source: SFS 2023:704 22 §.';
COMMENT ON COLUMN fee_rule.legacy_scheme IS 'Older scheme the fee was charged under (Tidigare regim).';
COMMENT ON COLUMN fee_rule.paragraph IS 'Paragraph of the regulation (Paragraf).';
COMMENT ON COLUMN fee_rule.item IS 'What is counted: identification, signature or message (Prestation).';
COMMENT ON COLUMN fee_rule.unit IS 'How often it is counted (Enhet).';
COMMENT ON COLUMN fee_rule.actor_category IS 'Category it applies to; empty for every public actor (Aktörskrets).';
COMMENT ON COLUMN fee_rule.vat IS 'How the amount stands to value added tax (Moms).';
COMMENT ON COLUMN fee_rule.dimension IS 'What its tiers are steps of (Dimension).';
COMMENT ON COLUMN fee_rule.calculation IS 'Whole volume or marginal (Beräkning).';
COMMENT ON COLUMN fee_rule.rounding IS 'How totals are rounded, and when (Avrundning).';
COMMENT ON COLUMN fee_rule.in_force_from IS 'First day the fee applies (Gäller från och med). Unit: date.';
COMMENT ON COLUMN fee_rule.ends_on IS 'First day it no longer applies (Upphör). Unit: date.';
CREATE TABLE fee_tier (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    fee_rule_id BIGINT NOT NULL,
    from_quantity BIGINT NOT NULL,
    to_quantity BIGINT,
    amount_sek NUMERIC(18, 4) NOT NULL,
    PRIMARY KEY (version),
    FOREIGN KEY(fee_rule_id) REFERENCES fee_rule_identity (id),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES fee_tier_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT begins_before_it_ends CHECK (from_quantity >= 0 AND from_quantity < to_quantity),
    CONSTRAINT amount_is_not_negative CHECK (amount_sek >= 0),
    CONSTRAINT fee_tier_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX fee_tier_by_fee_rule_id ON fee_tier (fee_rule_id);
CREATE INDEX fee_tier_by_object ON fee_tier (id, valid_from);
COMMENT ON TABLE fee_tier IS 'fee tier (avgiftssteg). Source: SFS 2023:709 7 §.';
COMMENT ON COLUMN fee_tier.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN fee_tier.id IS 'The object this version describes.';
COMMENT ON COLUMN fee_tier.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN fee_tier.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN fee_tier.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN fee_tier.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN fee_tier.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN fee_tier.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN fee_tier.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN fee_tier.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN fee_tier.fee_rule_id IS 'The rule it belongs to (Avgiftsregel).';
COMMENT ON COLUMN fee_tier.from_quantity IS 'First quantity of the step (Från). Unit: items, or kilobytes where the dimension is size.';
COMMENT ON COLUMN fee_tier.to_quantity IS 'First quantity after the step; empty for the last (Till (ej med)). Unit: as from_quantity.';
COMMENT ON COLUMN fee_tier.amount_sek IS 'Price per unit (Belopp). Unit: SEK.';
CREATE TABLE legacy_connection (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    scheme TEXT NOT NULL,
    actor_id BIGINT,
    supplier_id BIGINT,
    connected_from DATE,
    disconnected_on DATE,
    move_by DATE,
    PRIMARY KEY (version),
    FOREIGN KEY(scheme) REFERENCES legacy_scheme_identity (key),
    FOREIGN KEY(actor_id) REFERENCES public_actor_identity (id),
    FOREIGN KEY(supplier_id) REFERENCES supplier_identity (id),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES legacy_connection_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT scheme_is_a_term CHECK (scheme IN ('VFS_2017', 'VFS_2018', 'MINA_MEDDELANDEN')),
    CONSTRAINT one_participant CHECK ((actor_id IS NULL) <> (supplier_id IS NULL)),
    CONSTRAINT connected_before_disconnected CHECK (connected_from < disconnected_on),
    CONSTRAINT legacy_connection_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX legacy_connection_by_actor_id ON legacy_connection (actor_id);
CREATE INDEX legacy_connection_by_object ON legacy_connection (id, valid_from);
CREATE INDEX legacy_connection_by_scheme ON legacy_connection (scheme);
CREATE INDEX legacy_connection_by_supplier_id ON legacy_connection (supplier_id);
COMMENT ON TABLE legacy_connection IS 'legacy connection (anslutning till tidigare regim). Source: SFS 2013:311.';
COMMENT ON COLUMN legacy_connection.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN legacy_connection.id IS 'The object this version describes.';
COMMENT ON COLUMN legacy_connection.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN legacy_connection.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN legacy_connection.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN legacy_connection.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN legacy_connection.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN legacy_connection.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN legacy_connection.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN legacy_connection.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN legacy_connection.scheme IS 'The older scheme (Tidigare regim).';
COMMENT ON COLUMN legacy_connection.actor_id IS 'The public actor, where it is one (Offentlig aktör).';
COMMENT ON COLUMN legacy_connection.supplier_id IS 'The supplier, where it is one (Leverantör).';
COMMENT ON COLUMN legacy_connection.connected_from IS 'First day connected (Ansluten från och med). Unit: date.';
COMMENT ON COLUMN legacy_connection.disconnected_on IS 'First day no longer connected (Frånkopplad). Unit: date.';
COMMENT ON COLUMN legacy_connection.move_by IS 'Last day to move to the authorisation system (Flyttas senast). Unit: date.';
CREATE TABLE legacy_scheme (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    code TEXT NOT NULL,
    system TEXT NOT NULL,
    name_sv TEXT NOT NULL,
    name_en TEXT NOT NULL,
    legal_basis TEXT,
    operated_from DATE,
    closed_to_new_on DATE,
    ended_on DATE,
    PRIMARY KEY (version),
    FOREIGN KEY(system) REFERENCES authorisation_system_identity (key),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES legacy_scheme_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT code_is_a_term CHECK (code IN ('VFS_2017', 'VFS_2018', 'MINA_MEDDELANDEN')),
    CONSTRAINT system_is_a_term CHECK (system IN ('E_IDENTIFICATION', 'DIGITAL_POST')),
    CONSTRAINT legacy_scheme_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX legacy_scheme_by_object ON legacy_scheme (id, valid_from);
CREATE INDEX legacy_scheme_by_system ON legacy_scheme (system);
COMMENT ON TABLE legacy_scheme IS 'legacy scheme (tidigare regim). Source: SFS 2013:311.';
COMMENT ON COLUMN legacy_scheme.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN legacy_scheme.id IS 'The object this version describes.';
COMMENT ON COLUMN legacy_scheme.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN legacy_scheme.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN legacy_scheme.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN legacy_scheme.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN legacy_scheme.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN legacy_scheme.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN legacy_scheme.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN legacy_scheme.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN legacy_scheme.code IS 'Code of the scheme (Kod).';
COMMENT ON COLUMN legacy_scheme.system IS 'The authorisation system that replaces it (Ersätts av).';
COMMENT ON COLUMN legacy_scheme.name_sv IS 'Name in Swedish (Namn på svenska).';
COMMENT ON COLUMN legacy_scheme.name_en IS 'Name in English (Namn på engelska).';
COMMENT ON COLUMN legacy_scheme.legal_basis IS 'What it rested on (Rättslig grund).';
COMMENT ON COLUMN legacy_scheme.operated_from IS 'First day of operation (I drift från och med). Unit: date.';
COMMENT ON COLUMN legacy_scheme.closed_to_new_on IS 'First day without new connections (Stängd för nya). Unit: date.';
COMMENT ON COLUMN legacy_scheme.ended_on IS 'First day it no longer operates (Upphörd). Unit: date.';
CREATE TABLE milestone (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    system TEXT,
    title_sv TEXT NOT NULL,
    title_en TEXT NOT NULL,
    planned_on DATE,
    occurred_on DATE,
    detail_sv TEXT,
    detail_en TEXT,
    PRIMARY KEY (version),
    FOREIGN KEY(system) REFERENCES authorisation_system_identity (key),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES milestone_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT system_is_a_term CHECK (system IN ('E_IDENTIFICATION', 'DIGITAL_POST')),
    CONSTRAINT milestone_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX milestone_by_object ON milestone (id, valid_from);
CREATE INDEX milestone_by_system ON milestone (system);
COMMENT ON TABLE milestone IS 'milestone (milstolpe). Source: SFS 2023:704.';
COMMENT ON COLUMN milestone.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN milestone.id IS 'The object this version describes.';
COMMENT ON COLUMN milestone.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN milestone.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN milestone.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN milestone.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN milestone.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN milestone.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN milestone.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN milestone.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN milestone.system IS 'Authorisation system, where it concerns one (Auktorisationssystem).';
COMMENT ON COLUMN milestone.title_sv IS 'Title in Swedish (Rubrik).';
COMMENT ON COLUMN milestone.title_en IS 'Title in English (Rubrik på engelska).';
COMMENT ON COLUMN milestone.planned_on IS 'Day (or first day of the month) it was planned for (Planerat till). Unit: date.';
COMMENT ON COLUMN milestone.occurred_on IS 'Day it happened; empty while it has not or is not known to have (Inträffade). Unit: date.';
COMMENT ON COLUMN milestone.detail_sv IS 'What it meant, in Swedish (Beskrivning).';
COMMENT ON COLUMN milestone.detail_en IS 'What it meant, in English (Beskrivning på engelska).';
CREATE TABLE monthly_volume (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    actor_id BIGINT NOT NULL,
    service_id BIGINT NOT NULL,
    item TEXT NOT NULL,
    month DATE NOT NULL,
    quantity BIGINT NOT NULL,
    status TEXT NOT NULL,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    revision BIGINT NOT NULL,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    PRIMARY KEY (version),
    CONSTRAINT quantity_is_not_negative CHECK (quantity >= 0),
    CONSTRAINT month_is_its_first_day CHECK (extract(day from month) = 1),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    FOREIGN KEY(actor_id) REFERENCES public_actor_identity (id),
    FOREIGN KEY(service_id) REFERENCES service_identity (id)
);
CREATE INDEX monthly_volume_by_month ON monthly_volume (month, service_id);
CREATE UNIQUE INDEX monthly_volume_one_at_a_time ON monthly_volume (actor_id, service_id, item, month) WHERE recorded_to IS NULL;
COMMENT ON TABLE monthly_volume IS 'Monthly volumes (månadsvolymer) by public actor, service and item. Source: avtal.';
COMMENT ON COLUMN monthly_volume.version IS 'Number of this version.';
COMMENT ON COLUMN monthly_volume.actor_id IS 'The public actor (Offentlig aktör).';
COMMENT ON COLUMN monthly_volume.service_id IS 'The service (Tjänst).';
COMMENT ON COLUMN monthly_volume.item IS 'What is counted (Prestation).';
COMMENT ON COLUMN monthly_volume.month IS 'First day of the month (Månad). Unit: date.';
COMMENT ON COLUMN monthly_volume.quantity IS 'How many (Antal). Unit: completed transactions or messages.';
COMMENT ON COLUMN monthly_volume.status IS 'Preliminary or final (Status).';
COMMENT ON COLUMN monthly_volume.recorded_from IS 'When the register came to hold this version.';
COMMENT ON COLUMN monthly_volume.recorded_to IS 'When a correction replaced it.';
COMMENT ON COLUMN monthly_volume.revision IS 'The revision that recorded it.';
COMMENT ON COLUMN monthly_volume.provenance IS 'How sure it is (Hur säker uppgiften är).';
COMMENT ON COLUMN monthly_volume.reference IS 'Where it was found (Var uppgiften hämtats).';
CREATE TABLE obligation_assessment (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    actor_id BIGINT NOT NULL,
    rule_id BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    requires_e_identification BOOLEAN,
    ground_sv TEXT NOT NULL,
    ground_en TEXT NOT NULL,
    PRIMARY KEY (version),
    FOREIGN KEY(actor_id) REFERENCES public_actor_identity (id),
    FOREIGN KEY(rule_id) REFERENCES obligation_rule_identity (id),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES obligation_assessment_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT outcome_is_a_term CHECK (outcome IN ('OBLIGED', 'EXEMPT_BY_STATUTE', 'EXEMPT_BY_DECISION', 'NOT_COVERED', 'NOT_ASSESSED')),
    CONSTRAINT obligation_assessment_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&),
    CONSTRAINT obligation_assessment_one_assessment_at_a_time EXCLUDE USING gist (same(coalesce(actor_id::text, '') || '|' || coalesce(rule_id::text, '')) WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX obligation_assessment_by_actor_id ON obligation_assessment (actor_id);
CREATE INDEX obligation_assessment_by_object ON obligation_assessment (id, valid_from);
CREATE INDEX obligation_assessment_by_rule_id ON obligation_assessment (rule_id);
COMMENT ON TABLE obligation_assessment IS 'obligation assessment (bedömning av skyldighet). Source: SFS 2023:709 3 §.';
COMMENT ON COLUMN obligation_assessment.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN obligation_assessment.id IS 'The object this version describes.';
COMMENT ON COLUMN obligation_assessment.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN obligation_assessment.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN obligation_assessment.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN obligation_assessment.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN obligation_assessment.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN obligation_assessment.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN obligation_assessment.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN obligation_assessment.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN obligation_assessment.actor_id IS 'The public actor (Offentlig aktör).';
COMMENT ON COLUMN obligation_assessment.rule_id IS 'The rule that was read (Skyldighetsregel).';
COMMENT ON COLUMN obligation_assessment.outcome IS 'Obliged, exempt by statute, not covered or not assessed (Utfall).';
COMMENT ON COLUMN obligation_assessment.requires_e_identification IS 'Whether the actor requires e-identification; unknown if empty (Kräver e-legitimation).';
COMMENT ON COLUMN obligation_assessment.ground_sv IS 'The ground in words, in Swedish (Grund). Source: SFS 2023:709 3 §.';
COMMENT ON COLUMN obligation_assessment.ground_en IS 'The ground in words, in English (Grund på engelska).';
CREATE TABLE obligation_rule (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    system TEXT NOT NULL,
    title_sv TEXT NOT NULL,
    title_en TEXT NOT NULL,
    proposed BOOLEAN NOT NULL,
    in_force_from DATE NOT NULL,
    ends_on DATE,
    PRIMARY KEY (version),
    FOREIGN KEY(system) REFERENCES authorisation_system_identity (key),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES obligation_rule_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT system_is_a_term CHECK (system IN ('E_IDENTIFICATION', 'DIGITAL_POST')),
    CONSTRAINT in_force_before_ends CHECK (in_force_from < ends_on),
    CONSTRAINT digital_post_obliges_nobody CHECK (system = 'E_IDENTIFICATION'),
    CONSTRAINT obligation_rule_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&),
    CONSTRAINT obligation_rule_one_rule_at_a_time EXCLUDE USING gist (same(coalesce(system::text, '')) WITH &&, daterange(in_force_from, ends_on) WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&) WHERE (NOT proposed)
);
CREATE INDEX obligation_rule_by_object ON obligation_rule (id, valid_from);
CREATE INDEX obligation_rule_by_system ON obligation_rule (system);
COMMENT ON TABLE obligation_rule IS 'obligation rule (skyldighetsregel). Source: SFS 2023:709 3 §.';
COMMENT ON COLUMN obligation_rule.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN obligation_rule.id IS 'The object this version describes.';
COMMENT ON COLUMN obligation_rule.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN obligation_rule.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN obligation_rule.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN obligation_rule.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN obligation_rule.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN obligation_rule.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN obligation_rule.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN obligation_rule.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN obligation_rule.system IS 'Authorisation system (Auktorisationssystem).';
COMMENT ON COLUMN obligation_rule.title_sv IS 'The rule, in Swedish (Regel). Source: SFS 2023:709 3 §.';
COMMENT ON COLUMN obligation_rule.title_en IS 'The rule, in English (Regel på engelska).';
COMMENT ON COLUMN obligation_rule.proposed IS 'Whether it is only proposed, and so obliges nobody yet (Förslag).';
COMMENT ON COLUMN obligation_rule.in_force_from IS 'First day in force (Gäller från och med). Unit: date.';
COMMENT ON COLUMN obligation_rule.ends_on IS 'First day no longer in force (Upphör). Unit: date.';
CREATE TABLE providing_authority (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    name TEXT NOT NULL,
    name_en TEXT,
    organisation_number TEXT NOT NULL,
    seat TEXT,
    competent_court TEXT,
    website TEXT,
    PRIMARY KEY (version),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES providing_authority_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT organisation_number_is_right CHECK (is_organisation_number(organisation_number)),
    CONSTRAINT providing_authority_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX providing_authority_by_object ON providing_authority (id, valid_from);
COMMENT ON TABLE providing_authority IS 'providing authority (tillhandahållande myndighet). Source: SFS 2023:709 2 §.';
COMMENT ON COLUMN providing_authority.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN providing_authority.id IS 'The object this version describes.';
COMMENT ON COLUMN providing_authority.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN providing_authority.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN providing_authority.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN providing_authority.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN providing_authority.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN providing_authority.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN providing_authority.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN providing_authority.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN providing_authority.name IS 'Name of the authority (Myndighetens namn). Source: SFS 2023:709 2 §.';
COMMENT ON COLUMN providing_authority.name_en IS 'Name in English (Namn på engelska).';
COMMENT ON COLUMN providing_authority.organisation_number IS 'Swedish organisation number, NNNNNN-NNNN (Organisationsnummer).';
COMMENT ON COLUMN providing_authority.seat IS 'Seat, which decides the competent court (Hemvist). Source: SFS 2023:704 16 §.';
COMMENT ON COLUMN providing_authority.competent_court IS 'Administrative court for rectification (Behörig förvaltningsrätt). Source: SFS 2023:704 16 §.';
COMMENT ON COLUMN providing_authority.website IS 'Website of the authority (Webbplats).';
CREATE TABLE public_actor (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    name TEXT NOT NULL,
    name_en TEXT,
    organisation_number TEXT,
    category TEXT NOT NULL,
    group_name TEXT,
    under_government BOOLEAN,
    department TEXT,
    municipality_code TEXT,
    county_code TEXT,
    website TEXT,
    ended_on DATE,
    sort_name TEXT COLLATE "C" GENERATED ALWAYS AS (swedish_sort_key(name)) STORED,
    PRIMARY KEY (version),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES public_actor_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT category_is_a_term CHECK (category IN ('STATE_AGENCY', 'MUNICIPALITY', 'REGION', 'MUNICIPAL_ASSOCIATION', 'DECISION_MAKING_ASSEMBLY', 'ASSOCIATION', 'PRIVATE_SCHOOL', 'PRIVATE_HEALTHCARE', 'PRIVATE_SOCIAL_CARE', 'PRIVATE_ASSISTANCE', 'PRIVATE_HIGHER_EDUCATION', 'PUBLICLY_GOVERNED_BODY')),
    CONSTRAINT organisation_number_is_right CHECK (is_organisation_number(organisation_number)),
    CONSTRAINT municipality_code_is_right CHECK (municipality_code ~ '^\d{4}$'),
    CONSTRAINT county_code_is_right CHECK (county_code ~ '^\d{2}$'),
    CONSTRAINT only_agencies_are_under_the_government CHECK (NOT under_government OR category = 'STATE_AGENCY'),
    CONSTRAINT public_actor_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX public_actor_by_object ON public_actor (id, valid_from);
COMMENT ON TABLE public_actor IS 'public actor (offentlig aktör). Source: SFS 2023:704 4 §.';
COMMENT ON COLUMN public_actor.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN public_actor.id IS 'The object this version describes.';
COMMENT ON COLUMN public_actor.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN public_actor.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN public_actor.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN public_actor.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN public_actor.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN public_actor.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN public_actor.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN public_actor.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN public_actor.name IS 'Name (Namn). Source: SFS 2023:704 4 §.';
COMMENT ON COLUMN public_actor.name_en IS 'Name in English (Namn på engelska).';
COMMENT ON COLUMN public_actor.organisation_number IS 'Swedish organisation number; may be shared, may be unknown (Organisationsnummer).';
COMMENT ON COLUMN public_actor.category IS 'Kind of public actor (Kategori). Source: SFS 2023:704 4 §.';
COMMENT ON COLUMN public_actor.group_name IS 'Group in Statistics Sweden''s register of state agencies (Grupp).';
COMMENT ON COLUMN public_actor.under_government IS 'Whether a state agency answers to the government (Under regeringen). Source: SFS 2023:709 3 §.';
COMMENT ON COLUMN public_actor.department IS 'Ministry the agency belongs to (Departement).';
COMMENT ON COLUMN public_actor.municipality_code IS 'Municipality code, four digits (Kommunkod).';
COMMENT ON COLUMN public_actor.county_code IS 'County code, two digits (Länskod).';
COMMENT ON COLUMN public_actor.website IS 'Website (Webbplats).';
COMMENT ON COLUMN public_actor.ended_on IS 'First day the actor no longer exists (Upphörd). Unit: date.';
COMMENT ON COLUMN public_actor.sort_name IS 'The name in Swedish alphabetical order.';
CREATE TABLE rectification_case (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    decision_id BIGINT NOT NULL,
    court TEXT NOT NULL,
    instance TEXT,
    case_number TEXT NOT NULL,
    received_on DATE NOT NULL,
    decided_on DATE,
    outcome TEXT,
    PRIMARY KEY (version),
    FOREIGN KEY(decision_id) REFERENCES decision_identity (id),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES rectification_case_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT outcome_is_a_term CHECK (outcome IN ('GRANTED', 'REFUSED', 'DISMISSED', 'STRUCK_OFF')),
    CONSTRAINT outcome_when_decided CHECK ((outcome IS NULL) = (decided_on IS NULL)),
    CONSTRAINT received_before_decided CHECK (received_on <= decided_on),
    CONSTRAINT rectification_case_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX rectification_case_by_decision_id ON rectification_case (decision_id);
CREATE INDEX rectification_case_by_object ON rectification_case (id, valid_from);
COMMENT ON TABLE rectification_case IS 'rectification case (ärende om rättelse). Source: SFS 2023:704 16-18 §§.';
COMMENT ON COLUMN rectification_case.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN rectification_case.id IS 'The object this version describes.';
COMMENT ON COLUMN rectification_case.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN rectification_case.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN rectification_case.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN rectification_case.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN rectification_case.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN rectification_case.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN rectification_case.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN rectification_case.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN rectification_case.decision_id IS 'The rejection that is challenged (Beslut).';
COMMENT ON COLUMN rectification_case.court IS 'The court (Domstol).';
COMMENT ON COLUMN rectification_case.instance IS 'Instance (Instans).';
COMMENT ON COLUMN rectification_case.case_number IS 'Case number of the court (Målnummer).';
COMMENT ON COLUMN rectification_case.received_on IS 'Day the court received it (Inkom). Unit: date. Source: SFS 2023:704 18 §.';
COMMENT ON COLUMN rectification_case.decided_on IS 'Day it was decided (Avgjort). Unit: date.';
COMMENT ON COLUMN rectification_case.outcome IS 'How it ended (Utgång).';
CREATE TABLE regulation (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    series TEXT,
    year BIGINT,
    number BIGINT,
    title TEXT NOT NULL,
    title_en TEXT,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    authorisation TEXT,
    decided_on DATE,
    promulgated_on DATE,
    in_force_from DATE,
    repealed_on DATE,
    case_number TEXT,
    url TEXT,
    PRIMARY KEY (version),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES regulation_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT series_is_a_term CHECK (series IN ('MDFFS', 'PTSFS', 'SFS')),
    CONSTRAINT kind_is_a_term CHECK (kind IN ('BASE', 'AMENDMENT', 'REPEAL')),
    CONSTRAINT subject_is_a_term CHECK (subject IN ('ACT', 'FEE', 'APPROVAL_REQUIREMENTS', 'OBLIGATION_DEVIATION', 'EXEMPTION_TERMS')),
    CONSTRAINT decided_before_promulgated CHECK (decided_on <= promulgated_on),
    CONSTRAINT promulgated_before_in_force CHECK (promulgated_on <= in_force_from),
    CONSTRAINT in_force_before_repealed CHECK (in_force_from < repealed_on),
    CONSTRAINT designation_is_whole CHECK ((series IS NULL) = (number IS NULL) AND (series IS NULL) = (year IS NULL)),
    CONSTRAINT year_and_number_are_plausible CHECK (year BETWEEN 1900 AND 2200 AND number > 0),
    CONSTRAINT regulation_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&),
    CONSTRAINT regulation_one_designation_at_a_time EXCLUDE USING gist (same(coalesce(series::text, '') || '|' || coalesce(year::text, '') || '|' || coalesce(number::text, '')) WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&) WHERE (series IS NOT NULL)
);
CREATE INDEX regulation_by_object ON regulation (id, valid_from);
COMMENT ON TABLE regulation IS 'regulation (föreskrift). Source: SFS 2023:704 21-22 §§.';
COMMENT ON COLUMN regulation.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN regulation.id IS 'The object this version describes.';
COMMENT ON COLUMN regulation.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN regulation.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN regulation.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN regulation.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN regulation.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN regulation.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN regulation.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN regulation.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN regulation.series IS 'Statute book (Författningssamling).';
COMMENT ON COLUMN regulation.year IS 'Year of the designation (År).';
COMMENT ON COLUMN regulation.number IS 'Number of the designation (Nummer).';
COMMENT ON COLUMN regulation.title IS 'Title, in Swedish (Rubrik).';
COMMENT ON COLUMN regulation.title_en IS 'Title in English (Rubrik på engelska).';
COMMENT ON COLUMN regulation.kind IS 'Base regulation, amendment or repeal (Slag).';
COMMENT ON COLUMN regulation.subject IS 'What it is about (Ämne).';
COMMENT ON COLUMN regulation.authorisation IS 'Provision that authorises it (Bemyndigande). Source: SFS 2023:709 5-7 §§.';
COMMENT ON COLUMN regulation.decided_on IS 'Day it was decided (Beslutad). Unit: date.';
COMMENT ON COLUMN regulation.promulgated_on IS 'Day it was promulgated (Utkom av trycket). Unit: date.';
COMMENT ON COLUMN regulation.in_force_from IS 'First day in force (Träder i kraft). Unit: date.';
COMMENT ON COLUMN regulation.repealed_on IS 'First day no longer in force (Upphör att gälla). Unit: date.';
COMMENT ON COLUMN regulation.case_number IS 'Case number (Diarienummer).';
COMMENT ON COLUMN regulation.url IS 'Address of the text (Adress).';
CREATE TABLE regulation_effect (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    regulation_id BIGINT NOT NULL,
    affected_id BIGINT NOT NULL,
    effect TEXT NOT NULL,
    PRIMARY KEY (version),
    FOREIGN KEY(regulation_id) REFERENCES regulation_identity (id),
    FOREIGN KEY(affected_id) REFERENCES regulation_identity (id),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES regulation_effect_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT effect_is_a_term CHECK (effect IN ('AMENDS', 'REPEALS')),
    CONSTRAINT regulation_effect_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX regulation_effect_by_affected_id ON regulation_effect (affected_id);
CREATE INDEX regulation_effect_by_object ON regulation_effect (id, valid_from);
CREATE INDEX regulation_effect_by_regulation_id ON regulation_effect (regulation_id);
COMMENT ON TABLE regulation_effect IS 'regulation effect (ändring eller upphävande). Source: SFS 2023:704 22 §.';
COMMENT ON COLUMN regulation_effect.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN regulation_effect.id IS 'The object this version describes.';
COMMENT ON COLUMN regulation_effect.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN regulation_effect.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN regulation_effect.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN regulation_effect.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN regulation_effect.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN regulation_effect.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN regulation_effect.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN regulation_effect.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN regulation_effect.regulation_id IS 'The regulation that does it (Föreskrift).';
COMMENT ON COLUMN regulation_effect.affected_id IS 'The regulation it is done to (Berörd föreskrift).';
COMMENT ON COLUMN regulation_effect.effect IS 'Amends or repeals (Verkan).';
CREATE TABLE requirements_version (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    system TEXT NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    title TEXT NOT NULL,
    published_on DATE,
    applies_from DATE,
    ceases_on DATE,
    eu_notification_id BIGINT,
    url TEXT,
    PRIMARY KEY (version),
    FOREIGN KEY(system) REFERENCES authorisation_system_identity (key),
    FOREIGN KEY(eu_notification_id) REFERENCES eu_notification_identity (id),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES requirements_version_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT system_is_a_term CHECK (system IN ('E_IDENTIFICATION', 'DIGITAL_POST')),
    CONSTRAINT kind_is_a_term CHECK (kind IN ('APPROVAL_REQUIREMENTS', 'TERMS', 'TECHNICAL_RULES')),
    CONSTRAINT publication_comes_first CHECK (published_on IS NULL OR applies_from IS NULL OR published_on <= applies_from),
    CONSTRAINT ceases_after_it_applies CHECK (applies_from IS NULL OR ceases_on IS NULL OR applies_from < ceases_on),
    CONSTRAINT requirements_version_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX requirements_version_by_eu_notification_id ON requirements_version (eu_notification_id);
CREATE INDEX requirements_version_by_object ON requirements_version (id, valid_from);
CREATE INDEX requirements_version_by_system ON requirements_version (system);
COMMENT ON TABLE requirements_version IS 'requirements version (krav och villkor). Source: SFS 2023:704 6 §.';
COMMENT ON COLUMN requirements_version.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN requirements_version.id IS 'The object this version describes.';
COMMENT ON COLUMN requirements_version.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN requirements_version.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN requirements_version.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN requirements_version.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN requirements_version.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN requirements_version.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN requirements_version.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN requirements_version.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN requirements_version.system IS 'Authorisation system (Auktorisationssystem).';
COMMENT ON COLUMN requirements_version.kind IS 'What it regulates: requirements for approval, terms or technical rules (Slag).';
COMMENT ON COLUMN requirements_version.label IS 'How the document names this version (Version).';
COMMENT ON COLUMN requirements_version.title IS 'Title of the document (Rubrik).';
COMMENT ON COLUMN requirements_version.published_on IS 'Day of publication (Publicerad). Unit: date. Source: SFS 2023:704 6 §.';
COMMENT ON COLUMN requirements_version.applies_from IS 'First day it applies (Gäller från och med). Unit: date.';
COMMENT ON COLUMN requirements_version.ceases_on IS 'First day it no longer applies (Upphör). Unit: date.';
COMMENT ON COLUMN requirements_version.eu_notification_id IS 'EU notification of the technical rules (EU-anmälan). Source: EU 2015/1535.';
COMMENT ON COLUMN requirements_version.url IS 'Address of the document (Adress).';
CREATE TABLE review (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    supplier_id BIGINT NOT NULL,
    service_id BIGINT,
    case_number TEXT,
    opened_on DATE NOT NULL,
    closed_on DATE,
    outcome TEXT,
    public_summary TEXT,
    PRIMARY KEY (version),
    FOREIGN KEY(supplier_id) REFERENCES supplier_identity (id),
    FOREIGN KEY(service_id) REFERENCES service_identity (id),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES review_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT outcome_is_a_term CHECK (outcome IN ('IN_ORDER', 'REMEDIED', 'AGREEMENT_ENDED')),
    CONSTRAINT opened_before_closed CHECK (opened_on <= closed_on),
    CONSTRAINT outcome_when_closed CHECK ((closed_on IS NULL) = (outcome IS NULL)),
    CONSTRAINT review_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX review_by_object ON review (id, valid_from);
CREATE INDEX review_by_service_id ON review (service_id);
CREATE INDEX review_by_supplier_id ON review (supplier_id);
COMMENT ON TABLE review IS 'follow-up review (uppföljning av leverantör). Source: avtal.';
COMMENT ON COLUMN review.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN review.id IS 'The object this version describes.';
COMMENT ON COLUMN review.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN review.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN review.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN review.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN review.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN review.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN review.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN review.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN review.supplier_id IS 'Who is reviewed (Leverantör).';
COMMENT ON COLUMN review.service_id IS 'The service reviewed, where it is one (Tjänst).';
COMMENT ON COLUMN review.case_number IS 'Case number (Diarienummer).';
COMMENT ON COLUMN review.opened_on IS 'Day it was opened (Inledd). Unit: date.';
COMMENT ON COLUMN review.closed_on IS 'Day it was closed (Avslutad). Unit: date.';
COMMENT ON COLUMN review.outcome IS 'How it ended (Utfall).';
COMMENT ON COLUMN review.public_summary IS 'What of it is public (Offentlig sammanfattning).';
CREATE TABLE review_finding (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    review_id BIGINT NOT NULL,
    severity TEXT NOT NULL,
    description TEXT NOT NULL,
    found_on DATE NOT NULL,
    deadline DATE NOT NULL,
    remedied_on DATE,
    public BOOLEAN NOT NULL,
    PRIMARY KEY (version),
    FOREIGN KEY(review_id) REFERENCES review_identity (id),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES review_finding_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT severity_is_a_term CHECK (severity IN ('MINOR', 'MAJOR', 'CRITICAL')),
    CONSTRAINT remedied_in_order CHECK (remedied_on IS NULL OR found_on <= remedied_on),
    CONSTRAINT deadline_follows CHECK (found_on <= deadline),
    CONSTRAINT review_finding_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX review_finding_by_object ON review_finding (id, valid_from);
CREATE INDEX review_finding_by_review_id ON review_finding (review_id);
COMMENT ON TABLE review_finding IS 'review finding (brist). Source: avtal.';
COMMENT ON COLUMN review_finding.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN review_finding.id IS 'The object this version describes.';
COMMENT ON COLUMN review_finding.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN review_finding.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN review_finding.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN review_finding.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN review_finding.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN review_finding.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN review_finding.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN review_finding.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN review_finding.review_id IS 'The review that found it (Uppföljning).';
COMMENT ON COLUMN review_finding.severity IS 'How grave it is (Allvar).';
COMMENT ON COLUMN review_finding.description IS 'What was found (Beskrivning).';
COMMENT ON COLUMN review_finding.found_on IS 'Day it was found (Upptäckt). Unit: date.';
COMMENT ON COLUMN review_finding.deadline IS 'Last day to remedy it (Åtgärdas senast). Unit: date.';
COMMENT ON COLUMN review_finding.remedied_on IS 'Day it was remedied (Åtgärdad). Unit: date.';
COMMENT ON COLUMN review_finding.public IS 'Whether the finding is public (Offentlig).';
CREATE TABLE service (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    supplier_id BIGINT NOT NULL,
    system TEXT NOT NULL,
    name TEXT NOT NULL,
    brand TEXT,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    issuer_name TEXT,
    issuer_organisation_number TEXT,
    assurance_level TEXT,
    assurance_decided_on DATE,
    assurance_valid_until DATE,
    eidas_notification TEXT,
    eidas_level TEXT,
    non_resident BOOLEAN,
    quality_mark BOOLEAN,
    supports_signature BOOLEAN,
    supports_id_exchange BOOLEAN,
    target_group TEXT,
    contract_uri TEXT,
    website TEXT,
    sort_name TEXT COLLATE "C" GENERATED ALWAYS AS (swedish_sort_key(name)) STORED,
    PRIMARY KEY (version),
    FOREIGN KEY(supplier_id) REFERENCES supplier_identity (id),
    FOREIGN KEY(system) REFERENCES authorisation_system_identity (key),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES service_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT system_is_a_term CHECK (system IN ('E_IDENTIFICATION', 'DIGITAL_POST')),
    CONSTRAINT kind_is_a_term CHECK (kind IN ('E_IDENTIFICATION', 'DIGITAL_MAILBOX')),
    CONSTRAINT status_is_a_term CHECK (status IN ('UNDER_REVIEW', 'TECHNICALLY_CONNECTED', 'IN_OPERATION', 'SUSPENDED', 'CLOSED')),
    CONSTRAINT assurance_level_is_a_term CHECK (assurance_level IN ('LEVEL_2', 'LEVEL_3', 'LEVEL_4')),
    CONSTRAINT eidas_notification_is_a_term CHECK (eidas_notification IN ('NO', 'PRE_NOTIFIED', 'NOTIFIED')),
    CONSTRAINT eidas_level_is_a_term CHECK (eidas_level IN ('LOW', 'SUBSTANTIAL', 'HIGH')),
    CONSTRAINT target_group_is_a_term CHECK (target_group IN ('PERSON', 'COMPANY', 'PERSON_AND_COMPANY')),
    CONSTRAINT kind_fits_system CHECK ((kind = 'E_IDENTIFICATION') = (system = 'E_IDENTIFICATION')),
    CONSTRAINT only_e_identification_has_a_level CHECK ((assurance_level IS NOT NULL) = (kind = 'E_IDENTIFICATION')),
    CONSTRAINT eidas_level_needs_notification CHECK (eidas_level IS NULL OR eidas_notification <> 'NO'),
    CONSTRAINT non_resident_has_no_quality_mark CHECK (NOT (non_resident AND quality_mark)),
    CONSTRAINT issuer_organisation_number_is_right CHECK (is_organisation_number(issuer_organisation_number)),
    CONSTRAINT service_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX service_by_object ON service (id, valid_from);
CREATE INDEX service_by_supplier_id ON service (supplier_id);
CREATE INDEX service_by_system ON service (system);
COMMENT ON TABLE service IS 'service (tjänst). Source: SFS 2023:704 7 §.';
COMMENT ON COLUMN service.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN service.id IS 'The object this version describes.';
COMMENT ON COLUMN service.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN service.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN service.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN service.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN service.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN service.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN service.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN service.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN service.supplier_id IS 'The contracting party (Leverantör).';
COMMENT ON COLUMN service.system IS 'Authorisation system (Auktorisationssystem).';
COMMENT ON COLUMN service.name IS 'Name of the service (Tjänstens namn).';
COMMENT ON COLUMN service.brand IS 'Brand the public knows it by (Varumärke).';
COMMENT ON COLUMN service.kind IS 'E-identification or digital mailbox (Slag).';
COMMENT ON COLUMN service.status IS 'Where the service stands (Status).';
COMMENT ON COLUMN service.issuer_name IS 'Who issues the e-identification, where that is another than the supplier (Utfärdare).';
COMMENT ON COLUMN service.issuer_organisation_number IS 'Organisation number of the issuer (Utfärdarens organisationsnummer).';
COMMENT ON COLUMN service.assurance_level IS 'Level of assurance of an e-identification; a mailbox has none (Tillitsnivå).';
COMMENT ON COLUMN service.assurance_decided_on IS 'Day of the decision on the level of assurance (Tillitsbeslut). Unit: date.';
COMMENT ON COLUMN service.assurance_valid_until IS 'First day the decision no longer holds (Tillitsbeslut gäller till). Unit: date.';
COMMENT ON COLUMN service.eidas_notification IS 'Whether it is notified under eIDAS (eIDAS-anmälan). Source: EU 910/2014 artikel 9.';
COMMENT ON COLUMN service.eidas_level IS 'Level of assurance in eIDAS (eIDAS-nivå). Source: EU 910/2014 artikel 8.';
COMMENT ON COLUMN service.non_resident IS 'Whether it is issued to persons not resident in Sweden (För icke bofasta).';
COMMENT ON COLUMN service.quality_mark IS 'Whether it bears the quality mark Svensk e-legitimation (Kvalitetsmärke).';
COMMENT ON COLUMN service.supports_signature IS 'Whether it supports signatures (Stöd för underskrift).';
COMMENT ON COLUMN service.supports_id_exchange IS 'Whether it supports exchange of identities (Stöd för id-växling).';
COMMENT ON COLUMN service.target_group IS 'Whom it is for; empty where it is not known (Målgrupp).';
COMMENT ON COLUMN service.contract_uri IS 'Contract identifier in the federation''s metadata (Avtalsidentifierare).';
COMMENT ON COLUMN service.website IS 'Where the service is described (Webbplats).';
COMMENT ON COLUMN service.sort_name IS 'The name in Swedish alphabetical order.';
CREATE TABLE start_rule (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    system TEXT NOT NULL,
    signed_from DATE,
    signed_to DATE,
    earliest_start DATE NOT NULL,
    first_of_month BOOLEAN NOT NULL,
    PRIMARY KEY (version),
    FOREIGN KEY(system) REFERENCES authorisation_system_identity (key),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES start_rule_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT system_is_a_term CHECK (system IN ('E_IDENTIFICATION', 'DIGITAL_POST')),
    CONSTRAINT window_opens_first CHECK (signed_from < signed_to),
    CONSTRAINT start_rule_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&),
    CONSTRAINT start_rule_one_signing_window_at_a_time EXCLUDE USING gist (same(coalesce(system::text, '')) WITH &&, daterange(signed_from, signed_to) WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX start_rule_by_object ON start_rule (id, valid_from);
CREATE INDEX start_rule_by_system ON start_rule (system);
COMMENT ON TABLE start_rule IS 'start rule (regel om tjänstestart). Source: avtal.';
COMMENT ON COLUMN start_rule.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN start_rule.id IS 'The object this version describes.';
COMMENT ON COLUMN start_rule.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN start_rule.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN start_rule.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN start_rule.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN start_rule.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN start_rule.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN start_rule.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN start_rule.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN start_rule.system IS 'Authorisation system (Auktorisationssystem).';
COMMENT ON COLUMN start_rule.signed_from IS 'First day of the signing window (Undertecknat från och med). Unit: date.';
COMMENT ON COLUMN start_rule.signed_to IS 'First day after the signing window (Undertecknat till (ej med)). Unit: date.';
COMMENT ON COLUMN start_rule.earliest_start IS 'Earliest day the service may start (Tidigast start). Unit: date.';
COMMENT ON COLUMN start_rule.first_of_month IS 'Whether a start is always the first of a month after the signing (Den första i en månad).';
CREATE TABLE succession (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    predecessor_id BIGINT NOT NULL,
    successor_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    happened_on DATE NOT NULL,
    PRIMARY KEY (version),
    FOREIGN KEY(predecessor_id) REFERENCES public_actor_identity (id),
    FOREIGN KEY(successor_id) REFERENCES public_actor_identity (id),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES succession_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT kind_is_a_term CHECK (kind IN ('MERGED_INTO', 'SPLIT_INTO', 'REPLACED_BY')),
    CONSTRAINT succession_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX succession_by_object ON succession (id, valid_from);
CREATE INDEX succession_by_predecessor_id ON succession (predecessor_id);
CREATE INDEX succession_by_successor_id ON succession (successor_id);
COMMENT ON TABLE succession IS 'succession (efterföljare). Source: SFS 2023:704 4 §.';
COMMENT ON COLUMN succession.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN succession.id IS 'The object this version describes.';
COMMENT ON COLUMN succession.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN succession.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN succession.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN succession.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN succession.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN succession.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN succession.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN succession.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN succession.predecessor_id IS 'The actor that was (Föregångare).';
COMMENT ON COLUMN succession.successor_id IS 'The actor that came (Efterföljare).';
COMMENT ON COLUMN succession.kind IS 'Merged, split or replaced (Slag).';
COMMENT ON COLUMN succession.happened_on IS 'First day of the successor (Skedde). Unit: date.';
CREATE TABLE supplier (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    organisation_number TEXT,
    foreign_country TEXT,
    foreign_identifier TEXT,
    name TEXT NOT NULL,
    legal_form TEXT NOT NULL,
    state_owned BOOLEAN NOT NULL,
    relied_capacity TEXT,
    website TEXT,
    sort_name TEXT COLLATE "C" GENERATED ALWAYS AS (swedish_sort_key(name)) STORED,
    PRIMARY KEY (version),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES supplier_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT legal_form_is_a_term CHECK (legal_form IN ('LIMITED_COMPANY', 'STATE_AGENCY', 'ECONOMIC_ASSOCIATION', 'PARTNERSHIP', 'FOUNDATION', 'FOREIGN')),
    CONSTRAINT organisation_number_is_right CHECK (is_organisation_number(organisation_number)),
    CONSTRAINT is_identified CHECK (organisation_number IS NOT NULL OR foreign_identifier IS NOT NULL OR provenance = 'REPORTED'),
    CONSTRAINT foreign_identifier_is_whole CHECK ((foreign_identifier IS NULL) = (foreign_country IS NULL)),
    CONSTRAINT supplier_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX supplier_by_object ON supplier (id, valid_from);
COMMENT ON TABLE supplier IS 'supplier (leverantör). Source: SFS 2023:704 7 §.';
COMMENT ON COLUMN supplier.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN supplier.id IS 'The object this version describes.';
COMMENT ON COLUMN supplier.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN supplier.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN supplier.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN supplier.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN supplier.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN supplier.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN supplier.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN supplier.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN supplier.organisation_number IS 'Swedish organisation number, NNNNNN-NNNN (Organisationsnummer). Source: SFS 1974:174 1 §.';
COMMENT ON COLUMN supplier.foreign_country IS 'Country of a foreign supplier''s registration (Land). Unit: ISO 3166-1 alpha-2.';
COMMENT ON COLUMN supplier.foreign_identifier IS 'Registration number abroad (Utländskt registreringsnummer).';
COMMENT ON COLUMN supplier.name IS 'Registered name (Registrerat namn). Source: SFS 2023:704 7 §.';
COMMENT ON COLUMN supplier.legal_form IS 'Legal form (Juridisk form). Source: SFS 2023:704 9 §.';
COMMENT ON COLUMN supplier.state_owned IS 'Whether the state itself is the supplier (Statlig). Source: SFS 2023:704 5 §.';
COMMENT ON COLUMN supplier.relied_capacity IS 'Companies whose capacity the supplier relies on (Åberopad kapacitet). Source: SFS 2023:704 10 §.';
COMMENT ON COLUMN supplier.website IS 'Website (Webbplats).';
COMMENT ON COLUMN supplier.sort_name IS 'The name in Swedish alphabetical order.';
CREATE TABLE supplier_agreement (
    version BIGINT GENERATED ALWAYS AS IDENTITY,
    id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    recorded_from TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_to TIMESTAMP WITH TIME ZONE,
    provenance TEXT NOT NULL,
    reference TEXT NOT NULL,
    legal_source TEXT NOT NULL,
    supplier_id BIGINT NOT NULL,
    system TEXT NOT NULL,
    agreement_number TEXT,
    requirements_version_id BIGINT,
    signed_by_authority_on DATE,
    signed_by_supplier_on DATE,
    in_force_from DATE NOT NULL,
    notice_given_on DATE,
    ends_on DATE,
    end_ground TEXT,
    PRIMARY KEY (version),
    FOREIGN KEY(supplier_id) REFERENCES supplier_identity (id),
    FOREIGN KEY(system) REFERENCES authorisation_system_identity (key),
    FOREIGN KEY(requirements_version_id) REFERENCES requirements_version_identity (id),
    CONSTRAINT object_is_known FOREIGN KEY(id) REFERENCES supplier_agreement_identity (id),
    CONSTRAINT valid_period_begins_first CHECK (valid_from < valid_to),
    CONSTRAINT recorded_period_begins_first CHECK (recorded_from < recorded_to),
    CONSTRAINT valid_period_is_finite CHECK (isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))),
    CONSTRAINT provenance_is_a_term CHECK (provenance IN ('OFFICIAL', 'REPORTED', 'EXAMPLE')),
    CONSTRAINT system_is_a_term CHECK (system IN ('E_IDENTIFICATION', 'DIGITAL_POST')),
    CONSTRAINT end_ground_is_a_term CHECK (end_ground IN ('TERMINATED_BY_SUPPLIER', 'TERMINATED_BY_AUTHORITY', 'TERMINATED_BY_ACTOR', 'CANCELLED_FOR_BREACH', 'TERM_EXPIRED', 'SYSTEM_CLOSED', 'TRANSFERRED')),
    CONSTRAINT signed_before_in_force CHECK (greatest(signed_by_authority_on, signed_by_supplier_on) <= in_force_from),
    CONSTRAINT in_force_before_ends CHECK (in_force_from < ends_on),
    CONSTRAINT signed_unless_only_reported CHECK (provenance = 'REPORTED' OR (signed_by_authority_on IS NOT NULL AND signed_by_supplier_on IS NOT NULL)),
    CONSTRAINT notice_names_its_end CHECK ((notice_given_on IS NULL AND end_ground IS NULL) OR ends_on IS NOT NULL),
    CONSTRAINT supplier_agreement_one_object_at_a_time EXCLUDE USING gist (int8range(id, id, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&),
    CONSTRAINT supplier_agreement_one_agreement_at_a_time EXCLUDE USING gist (same(coalesce(supplier_id::text, '') || '|' || coalesce(system::text, '')) WITH &&, daterange(in_force_from, ends_on) WITH &&, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX supplier_agreement_by_object ON supplier_agreement (id, valid_from);
CREATE INDEX supplier_agreement_by_requirements_version_id ON supplier_agreement (requirements_version_id);
CREATE INDEX supplier_agreement_by_supplier_id ON supplier_agreement (supplier_id);
CREATE INDEX supplier_agreement_by_system ON supplier_agreement (system);
COMMENT ON TABLE supplier_agreement IS 'supplier agreement (anslutningsavtal med leverantör). Source: SFS 2023:704 15 §.';
COMMENT ON COLUMN supplier_agreement.version IS 'Number of this version; never reused.';
COMMENT ON COLUMN supplier_agreement.id IS 'The object this version describes.';
COMMENT ON COLUMN supplier_agreement.revision IS 'The register revision that recorded this version.';
COMMENT ON COLUMN supplier_agreement.valid_from IS 'First day on which this description is the legal truth (Gäller från och med). Unit: date.';
COMMENT ON COLUMN supplier_agreement.valid_to IS 'First day on which it no longer is; empty while it lasts (Gäller till (ej med)). Unit: date.';
COMMENT ON COLUMN supplier_agreement.recorded_from IS 'When the register came to hold this version (Registrerad). Unit: UTC time.';
COMMENT ON COLUMN supplier_agreement.recorded_to IS 'When a correction replaced it; empty for what the register holds now (Ersatt). Unit: UTC time.';
COMMENT ON COLUMN supplier_agreement.provenance IS 'How sure the fact is: official, reported or an invented example (Hur säker uppgiften är).';
COMMENT ON COLUMN supplier_agreement.reference IS 'Where the fact was found: a document, an address or a decision (Var uppgiften hämtats).';
COMMENT ON COLUMN supplier_agreement.legal_source IS 'The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund).';
COMMENT ON COLUMN supplier_agreement.supplier_id IS 'The contracting party (Leverantör).';
COMMENT ON COLUMN supplier_agreement.system IS 'Authorisation system (Auktorisationssystem).';
COMMENT ON COLUMN supplier_agreement.agreement_number IS 'Number of the agreement (Avtalsnummer).';
COMMENT ON COLUMN supplier_agreement.requirements_version_id IS 'The terms it was signed on (Avtalsvillkor).';
COMMENT ON COLUMN supplier_agreement.signed_by_authority_on IS 'Day the authority signed (Undertecknat av myndigheten). Unit: date.';
COMMENT ON COLUMN supplier_agreement.signed_by_supplier_on IS 'Day the supplier signed (Undertecknat av leverantören). Unit: date.';
COMMENT ON COLUMN supplier_agreement.in_force_from IS 'First day in force (Gäller från och med). Unit: date. Source: SFS 2023:704 7 §.';
COMMENT ON COLUMN supplier_agreement.notice_given_on IS 'Day notice was given (Uppsagt). Unit: date.';
COMMENT ON COLUMN supplier_agreement.ends_on IS 'First day no longer in force (Upphör). Unit: date.';
COMMENT ON COLUMN supplier_agreement.end_ground IS 'Why it ends (Upphörandegrund).';
