DROP TRIGGER tells_news ON edition;
DROP TRIGGER tells_news ON change;
DROP FUNCTION tell_news();
