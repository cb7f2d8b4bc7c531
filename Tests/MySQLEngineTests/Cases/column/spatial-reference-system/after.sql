CREATE TABLE places (a point REF_SYSTEM_ID = 4326);
