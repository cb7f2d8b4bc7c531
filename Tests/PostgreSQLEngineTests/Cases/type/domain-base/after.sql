CREATE DOMAIN d AS varchar(4);
