create table history (id text primary key, created_at integer not null);
