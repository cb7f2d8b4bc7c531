#include <sqlite3.h>

/* SQLite before 3.38 doesn't say where in a statement an error stands. */
static inline int schemagate_error_offset(sqlite3 *database) {
#if SQLITE_VERSION_NUMBER >= 3038000
  return sqlite3_error_offset(database);
#else
  (void)database;
  return -1;
#endif
}
