ALTER TABLE customers MODIFY state enum('new','active','gone') NOT NULL;
