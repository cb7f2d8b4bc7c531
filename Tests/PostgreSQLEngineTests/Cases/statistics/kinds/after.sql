CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
CREATE STATISTICS st (ndistinct, mcv) ON email, age FROM users;
