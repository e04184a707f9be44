-- What the tables of the next migration need from the database itself: no extension is asked for, so that any PostgreSQL 15+ serves.

-- A text as a one-point range, so that a gist exclusion constraint can say "the same" without btree_gist.
CREATE FUNCTION same(value text) RETURNS int8range
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN int8range(hashtextextended(value, 0) >> 1, hashtextextended(value, 0) >> 1, '[]');
COMMENT ON FUNCTION same(text) IS 'A text as a one-point range, for exclusion constraints.';

-- Shape, third digit and Luhn check digit of a Swedish organisation number; unknown (NULL) is allowed, wrong is not.
CREATE FUNCTION is_organisation_number(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN value ~ '^\d{2}[2-9]\d{3}-\d{4}$' AND (
        SELECT sum(CASE WHEN place % 2 = 0 THEN digit WHEN digit > 4 THEN digit * 2 - 9 ELSE digit * 2 END) % 10 = 0
        FROM (
            SELECT place, substr(translate(value, '-', ''), place::int, 1)::int AS digit
            FROM generate_series(1, 10) AS place
            WHERE value ~ '^\d{6}-\d{4}$'
        ) AS digits
    );
COMMENT ON FUNCTION is_organisation_number(text) IS 'Whether a text is a Swedish organisation number NNNNNN-NNNN with a right check digit.';

-- Swedish alphabetical order as plain bytes, the same as auktor.core.identifiers.swedish_sort_key for Latin letters: å ä ö
-- after z, accents folded, punctuation as one blank, other scripts last by code point; case and locale without influence.
CREATE FUNCTION swedish_sort_key(name text) RETURNS text
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
COMMENT ON FUNCTION swedish_sort_key(text) IS 'A key that puts names in Swedish alphabetical order when compared bytewise.';
