ALTER TABLE `customers` ADD COLUMN `city` text NULL;
