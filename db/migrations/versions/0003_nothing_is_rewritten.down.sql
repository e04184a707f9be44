-- The functions take their triggers with them; the record itself stays.
DROP FUNCTION recorded_in_this_revision() CASCADE;
DROP FUNCTION only_end_recorded_period() CASCADE;
DROP FUNCTION refuse_rewrite() CASCADE;
DROP FUNCTION begin_revision();
DELETE FROM revision;
