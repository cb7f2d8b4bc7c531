ALTER TABLE customers MODIFY state enum('new','active') NOT NULL;
