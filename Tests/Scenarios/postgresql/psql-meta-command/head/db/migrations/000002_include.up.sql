-- the rest
\i other.sql
