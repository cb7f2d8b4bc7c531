CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
CREATE TABLE orders (user_id int);
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users;
