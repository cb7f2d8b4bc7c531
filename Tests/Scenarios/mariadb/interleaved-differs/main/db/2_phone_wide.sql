-- migrate:up
ALTER TABLE customers MODIFY phone varchar(60);
-- migrate:down
ALTER TABLE customers MODIFY phone varchar(40);
