-- The functions take their triggers with them.
DROP FUNCTION described_without_gap() CASCADE;
DROP FUNCTION fee_lies_within_its_regulation() CASCADE;
DROP FUNCTION tiers_are_whole() CASCADE;
DROP FUNCTION rests_on_what_is_there() CASCADE;
