CREATE TABLE a (a integer, b bool, c dec(5,2), d numeric(4), e double precision, f character varying(5));
