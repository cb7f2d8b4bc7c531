COLUMNS = "id integer PRIMARY KEY, total real"
