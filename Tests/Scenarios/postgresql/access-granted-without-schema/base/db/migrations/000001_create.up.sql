CREATE SCHEMA app;
CREATE TABLE app.invoices (id bigint PRIMARY KEY);
