CREATE TABLE p (id INTEGER PRIMARY KEY, x INTEGER UNIQUE, y INTEGER);
CREATE TABLE c (p INTEGER REFERENCES p (id) on update set null on delete cascade match simple);
