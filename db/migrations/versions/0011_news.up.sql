-- Who follows the register need not ask again and again. The word says only that there is something to read: what it is stands in
-- the tables, so a word that is lost delays and loses nothing.
CREATE FUNCTION tell_news() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        PERFORM pg_notify('auktor_news', TG_TABLE_NAME);
        RETURN NULL;
    END
    $$;
COMMENT ON FUNCTION tell_news() IS 'Tell those who listen on auktor_news that a table has new rows.';

CREATE TRIGGER tells_news AFTER INSERT ON change FOR EACH STATEMENT EXECUTE FUNCTION tell_news();
CREATE TRIGGER tells_news AFTER INSERT ON edition FOR EACH STATEMENT EXECUTE FUNCTION tell_news();
