DROP TABLE auth.profiles;
