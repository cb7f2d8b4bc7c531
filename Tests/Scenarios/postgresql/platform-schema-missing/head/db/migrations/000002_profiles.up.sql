CREATE TABLE auth.profiles (id bigint);
