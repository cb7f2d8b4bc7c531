-- migrate:up
CREATE TABLE IF NOT EXISTS customers (id bigint PRIMARY KEY);
-- migrate:down
SELECT 1;
