CREATE TABLE lines (order_id bigint REFERENCES orders);
