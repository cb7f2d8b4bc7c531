-- AlterTable
ALTER TABLE `customers` ADD COLUMN `email` VARCHAR(191) NULL;

-- CreateIndex
CREATE INDEX `customers_email_idx` ON `customers`(`email`);
