CREATE TABLE prices (id int, since date, until date, PERIOD FOR v (since, until), UNIQUE u (id));
