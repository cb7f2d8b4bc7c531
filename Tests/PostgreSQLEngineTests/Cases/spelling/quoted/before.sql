CREATE TABLE "t" ("a" "int4", "b" "text");
