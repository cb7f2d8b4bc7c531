--liquibase formatted sql
--changeset ann:1
CREATE TABLE customers (id bigint PRIMARY KEY, name text);
--rollback DROP TABLE customers;
