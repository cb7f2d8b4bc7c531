-- views

CREATE VIEW totals AS SELECT total FROM orders;
