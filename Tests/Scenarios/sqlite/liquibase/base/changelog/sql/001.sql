--liquibase formatted sql
--changeset ann:1
CREATE TABLE customers (id integer PRIMARY KEY, name text NOT NULL, strftime text);
--rollback DROP TABLE customers;
