-- The key of 0001, letter for letter, as expressions of PL/pgSQL: the form with a query inside began one for every row, which
-- was most of what a row cost that was loaded. Only a name with letters of other scripts still needs it.
CREATE OR REPLACE FUNCTION swedish_sort_key(name text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
    DECLARE
        letters text := lower(regexp_replace(
            normalize(
                translate(
                    replace(replace(replace(replace(replace(replace(
                        translate(normalize(name, NFC), '{|}~', '    '),
                        'Œ', 'oe'), 'œ', 'oe'), 'ẞ', 'ss'), 'ß', 'ss'), 'Þ', 'th'), 'þ', 'th'),
                    'ÅåÄäÆæÖöØøÜüÐðĐđŁłĦŊŦ', '{{||||}}}}yyddddllħŋŧ'
                ),
                NFKD
            ),
            '[\u0300-\u036f]', '', 'g'
        ) COLLATE "C");
    BEGIN
        IF letters ~ '[^\u0001-\u007f]' THEN
            letters := (
                SELECT string_agg(
                    CASE
                        WHEN letter ~ '[\u0001-\u007f]' THEN letter
                        WHEN letter ~ '[\u0080-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u303f]' THEN ' '
                        ELSE '~' || lpad(to_hex(ascii(letter)), 6, '0')
                    END, '' ORDER BY place
                )
                FROM regexp_split_to_table(letters, '') WITH ORDINALITY AS each(letter, place)
            );
        END IF;
        RETURN btrim(regexp_replace(letters, '[^a-z0-9{|}~]+', ' ', 'g'));
    END
    $$;
