"""The team's own migration tool: `up ID` and `down ID`, by way of psql."""
import glob
import os
import subprocess
import sys

way, version = sys.argv[1:]
(name,) = glob.glob(f"db/migrate/{version}_*.sql")
with open(name) as file:
    parts = file.read().split("-- down\n")
note = {
    "up": f"INSERT INTO applied VALUES ('{version}');",
    "down": f"DELETE FROM applied WHERE version = '{version}';",
}
script = "CREATE TABLE IF NOT EXISTS applied (version text PRIMARY KEY);" + parts[way == "down"] + note[way]
words = ["psql", "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-d", os.environ["DATABASE_URL"], "-c", script]
sys.exit(subprocess.run(words).returncode)
