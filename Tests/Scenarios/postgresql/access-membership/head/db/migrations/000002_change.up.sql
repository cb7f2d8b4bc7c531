GRANT staff TO anon;
