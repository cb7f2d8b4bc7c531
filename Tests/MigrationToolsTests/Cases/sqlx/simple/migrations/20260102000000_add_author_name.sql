alter table history add column author text;
