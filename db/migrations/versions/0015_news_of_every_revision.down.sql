DROP TRIGGER tells_news ON revision;
