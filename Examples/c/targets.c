/* Asks the bundled report, or the ledger that is named, which growth was aimed at, once for each floor given.
 *
 *     cc targets.c $(pkg-config --cflags --libs dajuan) -o targets && ./targets 8% 10%
 */
#include <dajuan.h>
#include <stdio.h>
#include <stdlib.h>

static int fail(dajuan_error *error, dajuan_status status) {
  const char *text = dajuan_error_text(error, NULL);
  fprintf(stderr, "%s\n", text ? text : "not to be done");
  dajuan_free(error);
  return status;
}

int main(int count, char **words) {
  dajuan_error *error = NULL;
  dajuan_ledger *ledger = NULL;
  dajuan_query *query = NULL;
  dajuan_status status = dajuan_open(getenv("LEDGER"), &ledger, &error);
  if (status) return fail(error, status);
  status = dajuan_compile(ledger,
                          "param floor: percent\n"
                          "indicators | where nature == target and growth >= $floor\n"
                          "| sort growth desc | select name, growth",
                          -1, NULL, NULL, &query, &error);
  if (status) return fail(error, status);
  for (int word = 1; word < count; word++) {
    status = dajuan_bind_text(query, "floor", words[word], -1, &error);
    if (status) return fail(error, status);
    dajuan_result *result = NULL;
    status = dajuan_run(query, NULL, NULL, &result, &error);
    if (status) return fail(error, status);
    printf("%s or more: %lld, undecided: %lld\n", words[word],
           (long long)dajuan_result_row_count(result),
           (long long)dajuan_result_undecided_by_bounds(result));
    for (int64_t row = 0; row < dajuan_result_row_count(result); row++) {
      double floor = 0;
      dajuan_result_lower(result, row, 1, &floor);
      printf("  %s %s (at least %g)\n", dajuan_result_text(result, row, 0),
             dajuan_result_text(result, row, 1), floor);
    }
    dajuan_free(result);
  }
  dajuan_free(query);
  dajuan_free(ledger);
  return dajuan_handle_count() == 0 ? 0 : 1;
}
