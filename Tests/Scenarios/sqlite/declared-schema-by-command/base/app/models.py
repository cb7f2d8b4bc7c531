import sqlite3
import sys

from columns import COLUMNS

database = sqlite3.connect(sys.argv[1])
database.execute(f"CREATE TABLE orders ({COLUMNS})")
database.commit()
