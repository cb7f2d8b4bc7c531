CREATE TABLE customers (id bigint PRIMARY KEY, age integer, name character varying(40));
