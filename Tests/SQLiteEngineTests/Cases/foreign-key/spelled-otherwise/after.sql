CREATE TABLE p (id INTEGER PRIMARY KEY, x INTEGER UNIQUE);
CREATE TABLE c (p INTEGER, foreign key (p) references p(id));
