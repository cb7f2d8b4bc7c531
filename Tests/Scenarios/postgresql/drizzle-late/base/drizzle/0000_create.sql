CREATE TABLE "customers" ("id" serial PRIMARY KEY NOT NULL, "name" text NOT NULL);
