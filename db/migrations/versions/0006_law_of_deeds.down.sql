-- The functions take their triggers with them; refuse_rewrite() stays, for others use it too.
DROP FUNCTION exempts_an_obliged_actor() CASCADE;
DROP FUNCTION comes_in_time() CASCADE;
DROP FUNCTION follows_an_approval() CASCADE;
DROP FUNCTION keeps_to_its_life_cycle() CASCADE;
DROP FUNCTION leads_to(text, text, text) CASCADE;
ALTER TABLE decision DROP CONSTRAINT prepared_and_decided_by_two;
DROP TABLE deed_answer;
DROP TABLE preparation_decided;
DROP TABLE preparation;
DROP FUNCTION decided_by_another() CASCADE;
