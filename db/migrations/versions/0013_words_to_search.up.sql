-- What suppliers, services, public actors and regulations are found by, kept in the transaction that records a version.
CREATE TABLE search_words (
    noun TEXT NOT NULL,
    version BIGINT NOT NULL,
    heading TEXT COLLATE "C" NOT NULL,
    numbers TEXT[] NOT NULL,
    words TSVECTOR NOT NULL,
    PRIMARY KEY (noun, version)
);
CREATE INDEX search_words_by_word ON search_words USING gin (words, numbers);
COMMENT ON TABLE search_words IS 'Words and numbers by which suppliers, services, public actors and regulations are found.';
COMMENT ON COLUMN search_words.noun IS 'Table of the noun.';
COMMENT ON COLUMN search_words.version IS 'The version.';
COMMENT ON COLUMN search_words.heading IS 'The name in Swedish alphabetical order.';
COMMENT ON COLUMN search_words.numbers IS 'Its numbers and designations, letters and digits alone.';
COMMENT ON COLUMN search_words.words IS 'Its words, weighted by where they stand.';

-- A text as swedish_sort_key keeps it, in words: lower case, å, ä and ö kept, other accents off, punctuation as blanks.
CREATE FUNCTION searchable(sort_key text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN translate(sort_key, '{|}', 'åäö');
COMMENT ON FUNCTION searchable(text) IS 'A sort key as words for search.';

-- The same for those who have no å, ä and ö to type.
CREATE FUNCTION folded(sort_key text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN translate(sort_key, '{|}', 'aao');
COMMENT ON FUNCTION folded(text) IS 'A sort key as words for search, with å, ä and ö as a, a and o.';

-- The ends of every word: a word that begins one of them stands within the whole word, as verket in Skatteverket.
CREATE FUNCTION ends_of_words(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (
        SELECT string_agg(DISTINCT substr(word, place), ' ')
        FROM regexp_split_to_table(value, ' +') AS word, generate_series(2, length(word) - 2) AS place
        WHERE length(word) <= 60
    );
COMMENT ON FUNCTION ends_of_words(text) IS 'The ends of the words of a text, three letters and longer.';

CREATE FUNCTION letters_and_digits(value text, gap text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN regexp_replace(lower(value COLLATE "C"), '[^0-9a-z]+', gap, 'g');
COMMENT ON FUNCTION letters_and_digits(text, text) IS 'A number or designation, its punctuation replaced, for search.';

CREATE FUNCTION weighted_words(names text, others text, numbers text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN
        setweight(to_tsvector('simple', searchable(names) || ' ' || numbers), 'A')
        || setweight(to_tsvector('simple', folded(names)), 'B')
        || setweight(to_tsvector('simple', searchable(others)), 'C')
        || setweight(to_tsvector('swedish', searchable(names || ' ' || others)), 'C')
        || setweight(to_tsvector('english', searchable(names || ' ' || others)), 'C')
        || setweight(to_tsvector('simple', coalesce(ends_of_words(searchable(names) || ' ' || folded(names)), '')), 'D');
COMMENT ON FUNCTION weighted_words(text, text, text) IS 'The words of two sort keys and of numbers, weighted by where they stand.';

-- The row by which a version is found; `heading` and `names` are sort keys, `others` are texts.
CREATE FUNCTION searched(noun text, version bigint, heading text, names text, others text, numbers text[])
    RETURNS search_words
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
    DECLARE
        other_words CONSTANT text := CASE others WHEN '' THEN '' ELSE swedish_sort_key(others) END;
        known CONSTANT text[] := array_remove(numbers, NULL);
        joined CONSTANT text[] := ARRAY(SELECT letters_and_digits(number, '') FROM unnest(known) AS number);
        parted CONSTANT text := letters_and_digits(array_to_string(known, ' '), ' ');
    BEGIN
        RETURN (
            noun, version, heading, joined,
            weighted_words(names, other_words, parted || ' ' || array_to_string(joined, ' '))
        )::search_words;
    END
    $$;
COMMENT ON FUNCTION searched(text, bigint, text, text, text, text[]) IS 'The row by which a version is found.';

-- How the sort key of a name is followed by that of another, where there is one.
CREATE FUNCTION followed_by(sort_key text, name text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN name IS NULL THEN sort_key ELSE sort_key || ' ' || swedish_sort_key(name) END;
COMMENT ON FUNCTION followed_by(text, text) IS 'A sort key and that of another name.';

CREATE FUNCTION words_of(supplier) RETURNS search_words
    LANGUAGE sql STABLE
    RETURN searched('supplier', $1.version, $1.sort_name, $1.sort_name, '',
        ARRAY[$1.organisation_number, $1.foreign_identifier]);
CREATE FUNCTION words_of(service) RETURNS search_words
    LANGUAGE sql STABLE
    RETURN searched('service', $1.version, $1.sort_name, followed_by($1.sort_name, $1.brand), concat_ws(' ', $1.issuer_name),
        ARRAY[$1.issuer_organisation_number]);
CREATE FUNCTION words_of(public_actor) RETURNS search_words
    LANGUAGE sql STABLE
    RETURN searched('public_actor', $1.version, $1.sort_name, followed_by($1.sort_name, $1.name_en),
        concat_ws(' ', $1.group_name, $1.department), ARRAY[$1.organisation_number, $1.municipality_code]);
CREATE FUNCTION words_of(regulation) RETURNS search_words
    LANGUAGE sql STABLE
    RETURN searched('regulation', $1.version, swedish_sort_key($1.title), followed_by(swedish_sort_key($1.title), $1.title_en),
        '', ARRAY[$1.series || $1.year || ':' || $1.number, $1.year || ':' || $1.number, $1.case_number]);

CREATE FUNCTION note_words_of_supplier() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        INSERT INTO search_words SELECT found.* FROM added, words_of(added::supplier) AS found;
        RETURN NULL;
    END
    $$;
CREATE TRIGGER note_words AFTER INSERT ON supplier
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_words_of_supplier();
INSERT INTO search_words SELECT found.* FROM supplier, words_of(supplier) AS found;

CREATE FUNCTION note_words_of_service() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        INSERT INTO search_words SELECT found.* FROM added, words_of(added::service) AS found;
        RETURN NULL;
    END
    $$;
CREATE TRIGGER note_words AFTER INSERT ON service
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_words_of_service();
INSERT INTO search_words SELECT found.* FROM service, words_of(service) AS found;

CREATE FUNCTION note_words_of_public_actor() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        INSERT INTO search_words SELECT found.* FROM added, words_of(added::public_actor) AS found;
        RETURN NULL;
    END
    $$;
CREATE TRIGGER note_words AFTER INSERT ON public_actor
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_words_of_public_actor();
INSERT INTO search_words SELECT found.* FROM public_actor, words_of(public_actor) AS found;

CREATE FUNCTION note_words_of_regulation() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        INSERT INTO search_words SELECT found.* FROM added, words_of(added::regulation) AS found;
        RETURN NULL;
    END
    $$;
CREATE TRIGGER note_words AFTER INSERT ON regulation
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_words_of_regulation();
INSERT INTO search_words SELECT found.* FROM regulation, words_of(regulation) AS found;

CREATE TRIGGER refuse_rewrite BEFORE UPDATE OR DELETE ON search_words FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON search_words EXECUTE FUNCTION refuse_rewrite();
