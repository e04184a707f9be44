-- Not every revision has changes of objects: one that only adds volumes has none. Whoever keeps answers must hear of it all the same.
CREATE TRIGGER tells_news AFTER UPDATE ON revision FOR EACH STATEMENT EXECUTE FUNCTION tell_news();
