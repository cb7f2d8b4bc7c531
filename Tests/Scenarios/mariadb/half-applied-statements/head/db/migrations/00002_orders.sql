-- +goose Up
CREATE TABLE orders (id int PRIMARY KEY);
INSERT INTO orders VALUES (1);
INSERT INTO orders VALUES (1);

-- +goose Down
DROP TABLE orders;
