-- The register of today as views whose tags give PostGraphile's answers the names of the register.
CREATE SCHEMA peers;
COMMENT ON SCHEMA peers IS 'What bench/peers.py lets PostGraphile serve.';
CREATE FUNCTION peers.today() RETURNS date LANGUAGE sql STABLE RETURN (now() AT TIME ZONE 'Europe/Stockholm')::date;
COMMENT ON FUNCTION peers.today() IS '@behavior -*';

CREATE FUNCTION peers.is_listed(supplier bigint, day date) RETURNS boolean LANGUAGE sql STABLE RETURN EXISTS (
  SELECT 1 FROM public.supplier_agreement a WHERE a.supplier_id = supplier AND a.recorded_to IS NULL
  AND a.valid_from <= day AND (a.valid_to IS NULL OR a.valid_to > day)
  AND a.in_force_from <= day AND (a.ends_on IS NULL OR a.ends_on > day));
COMMENT ON FUNCTION peers.is_listed(bigint, date) IS '@behavior -*';

CREATE FUNCTION peers.is_shown(supplier bigint) RETURNS boolean LANGUAGE sql STABLE RETURN
  NOT EXISTS (SELECT 1 FROM public.application a WHERE a.supplier_id = supplier)
  OR EXISTS (SELECT 1 FROM public.supplier_agreement a WHERE a.supplier_id = supplier)
  OR EXISTS (SELECT 1 FROM public.legacy_connection a WHERE a.supplier_id = supplier);
COMMENT ON FUNCTION peers.is_shown(bigint) IS '@behavior -*';

CREATE VIEW peers.suppliers AS
  SELECT t.id AS number, i.key, t.name, t.organisation_number, t.legal_form, t.website, t.sort_name,
    peers.is_listed(t.id, peers.today()) AS listed
  FROM public.supplier t JOIN public.supplier_identity i ON i.id = t.id
  WHERE t.recorded_to IS NULL AND t.valid_from <= peers.today() AND (t.valid_to IS NULL OR t.valid_to > peers.today())
  AND peers.is_shown(t.id);
CREATE VIEW peers.services AS
  SELECT t.id AS number, t.supplier_id AS supplier_number, t.name, t.brand, t.kind, t.assurance_level, t.sort_name
  FROM public.service t
  WHERE t.recorded_to IS NULL AND t.valid_from <= peers.today() AND (t.valid_to IS NULL OR t.valid_to > peers.today())
  AND peers.is_shown(t.supplier_id);
CREATE VIEW peers.public_actors AS
  SELECT t.id AS number, i.key, t.name, t.organisation_number, t.category, t.website, t.sort_name
  FROM public.public_actor t JOIN public.public_actor_identity i ON i.id = t.id
  WHERE t.recorded_to IS NULL AND t.valid_from <= peers.today() AND (t.valid_to IS NULL OR t.valid_to > peers.today());
CREATE VIEW peers.actor_agreements AS
  SELECT t.id AS number, i.key, t.actor_id AS actor_number, t.system, t.signed_on, t.in_force_from
  FROM public.actor_agreement t JOIN public.actor_agreement_identity i ON i.id = t.id
  WHERE t.recorded_to IS NULL AND t.valid_from <= peers.today() AND (t.valid_to IS NULL OR t.valid_to > peers.today());
CREATE VIEW peers.authorisation_systems AS
  SELECT t.code FROM public.authorisation_system t
  WHERE t.recorded_to IS NULL AND t.valid_from <= peers.today() AND (t.valid_to IS NULL OR t.valid_to > peers.today());
CREATE VIEW peers.supplier_agreements AS
  SELECT t.id AS number, t.supplier_id AS supplier_number, t.system, t.in_force_from FROM public.supplier_agreement t
  WHERE t.recorded_to IS NULL AND t.valid_from <= peers.today() AND (t.valid_to IS NULL OR t.valid_to > peers.today());
CREATE VIEW peers.regulations AS
  SELECT t.id AS number, t.title, t.series, t.year, t.number AS of_year FROM public.regulation t
  WHERE t.recorded_to IS NULL AND t.valid_from <= peers.today() AND (t.valid_to IS NULL OR t.valid_to > peers.today());
CREATE VIEW peers.fee_rules AS
  SELECT t.id AS number, t.regulation_id AS regulation_number, t.system, t.item, t.unit, t.in_force_from FROM public.fee_rule t
  WHERE t.recorded_to IS NULL AND t.valid_from <= peers.today() AND (t.valid_to IS NULL OR t.valid_to > peers.today());
CREATE VIEW peers.fee_tiers AS
  SELECT t.id AS number, t.fee_rule_id AS fee_rule_number, t.from_quantity::int AS from_quantity,
    CASE WHEN scale(trim_scale(t.amount_sek)) < 2 THEN round(t.amount_sek, 2) ELSE trim_scale(t.amount_sek) END AS amount_sek
  FROM public.fee_tier t
  WHERE t.recorded_to IS NULL AND t.valid_from <= peers.today() AND (t.valid_to IS NULL OR t.valid_to > peers.today());

COMMENT ON VIEW peers.suppliers IS E'@primaryKey number\n@unique organisation_number';
COMMENT ON VIEW peers.services IS E'@primaryKey number\n@foreignKey (supplier_number) references suppliers (number)|@fieldName supplier|@foreignFieldName services';
COMMENT ON VIEW peers.public_actors IS E'@primaryKey number\n@unique key';
COMMENT ON VIEW peers.actor_agreements IS E'@primaryKey number\n@foreignKey (actor_number) references public_actors (number)|@fieldName actor|@foreignFieldName agreements\n@foreignKey (system) references authorisation_systems (code)|@fieldName authorisationSystem|@foreignFieldName actorAgreements';
COMMENT ON VIEW peers.authorisation_systems IS E'@primaryKey code';
COMMENT ON VIEW peers.supplier_agreements IS E'@primaryKey number\n@foreignKey (supplier_number) references suppliers (number)|@fieldName supplier|@foreignFieldName agreements\n@foreignKey (system) references authorisation_systems (code)|@fieldName authorisationSystem|@foreignFieldName supplierAgreements';
COMMENT ON VIEW peers.regulations IS E'@primaryKey number';
COMMENT ON VIEW peers.fee_rules IS E'@primaryKey number\n@foreignKey (regulation_number) references regulations (number)|@fieldName regulation|@foreignFieldName feeRules';
COMMENT ON VIEW peers.fee_tiers IS E'@primaryKey number\n@foreignKey (fee_rule_number) references fee_rules (number)|@fieldName feeRule|@foreignFieldName tiers';

CREATE FUNCTION peers.suppliers_on(day date) RETURNS SETOF peers.suppliers LANGUAGE sql STABLE AS $$
  SELECT t.id, i.key, t.name, t.organisation_number, t.legal_form, t.website, t.sort_name, true
  FROM public.supplier t JOIN public.supplier_identity i ON i.id = t.id
  WHERE t.recorded_to IS NULL AND t.valid_from <= day AND (t.valid_to IS NULL OR t.valid_to > day)
  AND peers.is_listed(t.id, day) AND peers.is_shown(t.id) ORDER BY t.sort_name, t.id
$$;
