/* Times calls of a compiled query from C: calls CALLS QUERY. Each call takes another of the kinds of facts as
 * its parameter. Prints the seconds for all calls and the rows that came back. */
#include <dajuan.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static const char *kinds[] = {"indicator", "project", "livelihood"};

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static long run(dajuan_query *query, const char *kind) {
  dajuan_result *result = NULL;
  if (dajuan_bind_text(query, "k", kind, -1, NULL)) exit(1);
  if (dajuan_run(query, NULL, NULL, &result, NULL)) exit(1);
  long rows = (long)dajuan_result_row_count(result);
  dajuan_free(result);
  return rows;
}

int main(int count, char **words) {
  if (count < 3) return 64;
  int calls = atoi(words[1]);
  dajuan_ledger *ledger = NULL;
  dajuan_query *query = NULL;
  if (dajuan_open(NULL, &ledger, NULL)) return 1;
  if (dajuan_compile(ledger, words[2], -1, NULL, NULL, &query, NULL)) return 1;
  long rows = run(query, kinds[0]) + run(query, kinds[1]) + run(query, kinds[2]);
  double start = now();
  for (int call = 0; call < calls; call++) rows += run(query, kinds[call % 3]);
  printf("%.9f %ld\n", now() - start, rows);
  dajuan_free(query);
  dajuan_free(ledger);
  return 0;
}
