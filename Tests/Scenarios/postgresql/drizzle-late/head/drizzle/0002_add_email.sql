ALTER TABLE "customers" ADD COLUMN "email" text;--> statement-breakpoint
CREATE INDEX "customers_email" ON "customers" ("email");
