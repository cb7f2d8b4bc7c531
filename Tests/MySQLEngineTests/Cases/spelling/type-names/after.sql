CREATE TABLE a (a int, b tinyint(1), c decimal(5,2), d decimal(4,0), e double, f varchar(5));
