CREATE TABLE hot (a int, KEY a (a)) ENGINE = MEMORY;
