CREATE TABLE customers (id int PRIMARY KEY, a int COMMENT 'how many; it''s \\ "quoted"');
