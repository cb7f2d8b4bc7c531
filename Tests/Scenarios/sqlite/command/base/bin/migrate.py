"""The team's own migration tool: `list`, `up ID`, `down ID`, and `up` for all that is pending."""
import os
import sqlite3
import sys

FOLDER = "db/migrate"
FILES = {name.split("_")[0]: name for name in sorted(os.listdir(FOLDER))}


def database():
    connection = sqlite3.connect(os.environ["DATABASE_URL"].removeprefix("sqlite:"))
    connection.execute("CREATE TABLE IF NOT EXISTS applied (version text PRIMARY KEY)")
    return connection


def run(connection, version, part, note):
    print("at " + version, flush=True)
    with open(os.path.join(FOLDER, FILES[version])) as file:
        connection.executescript(file.read().split("-- down\n")[part])
    connection.execute(note, [version])
    connection.commit()


words = sys.argv[1:]
if words == ["list"]:
    print("\n".join(f"{version}\t{FOLDER}/{name}" for version, name in FILES.items()))
elif words == ["up"]:
    connection = database()
    applied = {row[0] for row in connection.execute("SELECT version FROM applied")}
    for version in FILES:
        if version not in applied:
            run(connection, version, 0, "INSERT INTO applied VALUES (?)")
elif words[0] == "up":
    run(database(), words[1], 0, "INSERT INTO applied VALUES (?)")
else:
    run(database(), words[1], 1, "DELETE FROM applied WHERE version = ?")
