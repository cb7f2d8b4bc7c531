-- since 14
CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
CREATE STATISTICS st (ndistinct, dependencies) ON email, (age / 10) FROM users;
