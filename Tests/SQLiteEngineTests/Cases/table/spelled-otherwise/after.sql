create table if not exists "users" ( -- people
  [id] integer /* rowid */ primary key,
  `email` text
);
