CREATE TABLE prices (id int, since date, until date, PERIOD FOR validity (since, until));
