CREATE SEQUENCE numbers COMMENT = 'of orders';
