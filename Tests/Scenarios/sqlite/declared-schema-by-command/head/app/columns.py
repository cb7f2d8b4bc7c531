COLUMNS = "id integer PRIMARY KEY, total real, CHECK (total >= 0)"
