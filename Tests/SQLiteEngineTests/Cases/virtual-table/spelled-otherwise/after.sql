create virtual table if not exists "f" using fts5( a,b );
