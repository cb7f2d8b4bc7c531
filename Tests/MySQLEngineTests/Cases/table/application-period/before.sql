CREATE TABLE prices (id int, since date, until date);
