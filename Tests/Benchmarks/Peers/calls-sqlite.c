/* Times calls of a prepared statement of SQLite from C: calls-sqlite CALLS SQL FILE. Each call takes another of
 * the kinds of facts as its parameter and fetches every value. Prints the seconds for all calls and the rows
 * that came back. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static const char *kinds[] = {"indicator", "project", "livelihood"};

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static long run(sqlite3_stmt *statement, const char *kind) {
  long rows = 0;
  size_t bytes = 0;
  sqlite3_reset(statement);
  if (sqlite3_bind_text(statement, 1, kind, -1, SQLITE_STATIC)) exit(1);
  while (sqlite3_step(statement) == SQLITE_ROW) {
    rows++;
    for (int column = 0; column < sqlite3_column_count(statement); column++)
      bytes += (size_t)sqlite3_column_bytes(statement, column);
  }
  return rows + (bytes == (size_t)-1);
}

int main(int count, char **words) {
  if (count < 4) return 64;
  int calls = atoi(words[1]);
  sqlite3 *database = NULL;
  sqlite3_stmt *statement = NULL;
  if (sqlite3_open_v2(words[3], &database, SQLITE_OPEN_READONLY, NULL)) return 1;
  if (sqlite3_prepare_v2(database, words[2], -1, &statement, NULL)) return 1;
  long rows = run(statement, kinds[0]) + run(statement, kinds[1]) + run(statement, kinds[2]);
  double start = now();
  for (int call = 0; call < calls; call++) rows += run(statement, kinds[call % 3]);
  printf("%.9f %ld\n", now() - start, rows);
  sqlite3_finalize(statement);
  sqlite3_close(database);
  return 0;
}
