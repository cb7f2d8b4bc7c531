BEGIN;
CREATE TABLE orders (id bigint PRIMARY KEY, buyer bigint REFERENCES users (id));
COMMIT;
