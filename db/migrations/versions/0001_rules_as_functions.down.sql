DROP FUNCTION swedish_sort_key(text);
DROP FUNCTION is_organisation_number(text);
DROP FUNCTION same(text);
