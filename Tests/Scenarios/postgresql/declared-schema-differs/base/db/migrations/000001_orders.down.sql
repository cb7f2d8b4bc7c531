DROP TABLE audit; DROP TABLE orders;
