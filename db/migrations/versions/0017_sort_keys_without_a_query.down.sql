CREATE OR REPLACE FUNCTION swedish_sort_key(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (
        WITH folded AS (
            SELECT lower(regexp_replace(
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
            ) COLLATE "C") AS letters
        )
        SELECT btrim(regexp_replace(
            CASE WHEN letters ~ '[^\u0001-\u007f]' THEN (
                SELECT string_agg(
                    CASE
                        WHEN letter ~ '[\u0001-\u007f]' THEN letter
                        WHEN letter ~ '[\u0080-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u303f]' THEN ' '
                        ELSE '~' || lpad(to_hex(ascii(letter)), 6, '0')
                    END, '' ORDER BY place
                )
                FROM regexp_split_to_table(letters, '') WITH ORDINALITY AS each(letter, place)
            ) ELSE letters END,
            '[^a-z0-9{|}~]+', ' ', 'g'
        ))
        FROM folded
    );
