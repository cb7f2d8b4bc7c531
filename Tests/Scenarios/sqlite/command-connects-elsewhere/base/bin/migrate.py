import sqlite3, sys

sqlite3.connect(":memory:").executescript(open(sys.argv[1]).read())
