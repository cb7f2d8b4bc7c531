-- migrate:up
CREATE VIEW names AS SELECT name FROM customers;
-- migrate:down
DROP VIEW names;
