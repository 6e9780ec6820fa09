/* Calls every function of the library with handles and arguments that are wrong in every way a caller can
 * get them wrong, and says how many calls answered as they should. Ends with 1 at the first that did not. */
#define _GNU_SOURCE
#include <dajuan.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static long calls = 0;

#define EXPECT(condition)                                                  \
  do {                                                                     \
    calls++;                                                               \
    if (!(condition)) {                                                    \
      fprintf(stderr, "line %d: %s\n", __LINE__, #condition);              \
      exit(1);                                                             \
    }                                                                      \
  } while (0)

static dajuan_ledger *ledger;
static dajuan_query *query;
static dajuan_result *result;

/* What every function says to a handle that is none of its kind. */
static void refuse(void *wrong) {
  dajuan_query *made_query = (void *)1;
  dajuan_result *made_result = (void *)1;
  dajuan_text *made_text = (void *)1;
  dajuan_error *error = (void *)1;
  const char *text = "x";
  double number = 0;
  struct ArrowArrayStream stream;
  EXPECT(dajuan_compile(wrong, "facts", -1, NULL, NULL, &made_query, &error) == DAJUAN_BAD_HANDLE);
  EXPECT(made_query == NULL && error == NULL);
  if (wrong) {
    EXPECT(dajuan_compile(ledger, "facts", -1, NULL, wrong, &made_query, NULL) == DAJUAN_BAD_HANDLE);
    EXPECT(dajuan_check(ledger, "facts", -1, NULL, NULL, wrong, &made_text) == DAJUAN_BAD_HANDLE);
    EXPECT(dajuan_result_render(result, "csv", NULL, 0, wrong, &text) == DAJUAN_BAD_HANDLE && !text);
  }
  EXPECT(dajuan_tables(wrong) == NULL && dajuan_warnings(wrong) == NULL);
  EXPECT(dajuan_check(wrong, "facts", -1, NULL, NULL, NULL, &made_text) == DAJUAN_BAD_HANDLE);
  EXPECT(made_text == NULL);
  EXPECT(dajuan_complete(wrong, "f", -1, 1, NULL, &made_text) == DAJUAN_BAD_HANDLE);
  EXPECT(dajuan_format(wrong, "facts", -1, NULL, &made_text, &error) == DAJUAN_BAD_HANDLE);
  EXPECT(dajuan_query_copy(wrong, &made_query) == DAJUAN_BAD_HANDLE);
  EXPECT(dajuan_query_column_count(wrong) == -1);
  EXPECT(dajuan_query_column_name(wrong, 0) == NULL);
  EXPECT(dajuan_query_column_chinese(wrong, 0) == NULL);
  EXPECT(dajuan_query_column_type(wrong, 0) == NULL);
  EXPECT(dajuan_query_column_unit(wrong, 0) == NULL);
  EXPECT(dajuan_query_parameter_count(wrong) == -1);
  EXPECT(dajuan_query_parameter_name(wrong, 0) == NULL);
  EXPECT(dajuan_query_parameter_type(wrong, 0) == NULL);
  EXPECT(dajuan_query_parameter_value(wrong, 0) == NULL);
  EXPECT(dajuan_bind_text(wrong, "n", "1", -1, &error) == DAJUAN_BAD_HANDLE);
  EXPECT(dajuan_bind_text(wrong, NULL, NULL, -9, NULL) == DAJUAN_BAD_HANDLE);
  EXPECT(dajuan_bind_number(wrong, "n", 1, NULL, &error) == DAJUAN_BAD_HANDLE);
  EXPECT(dajuan_bind_integer(wrong, "n", 1, NULL, &error) == DAJUAN_BAD_HANDLE);
  EXPECT(dajuan_bind_missing(wrong, "n", &error) == DAJUAN_BAD_HANDLE);
  EXPECT(dajuan_run(wrong, NULL, NULL, &made_result, &error) == DAJUAN_BAD_HANDLE);
  EXPECT(made_result == NULL);
  if (wrong) EXPECT(dajuan_run(query, NULL, wrong, &made_result, &error) == DAJUAN_BAD_HANDLE);
  EXPECT(dajuan_cancel(wrong) == DAJUAN_BAD_HANDLE);
  EXPECT(dajuan_result_row_count(wrong) == -1 && dajuan_result_column_count(wrong) == -1);
  EXPECT(dajuan_result_column_name(wrong, 0) == NULL);
  EXPECT(dajuan_result_column_chinese(wrong, 0) == NULL);
  EXPECT(dajuan_result_column_type(wrong, 0) == NULL);
  EXPECT(dajuan_result_column_unit(wrong, 0) == NULL);
  EXPECT(dajuan_result_undecided_by_bounds(wrong) == -1);
  EXPECT(dajuan_result_undecided_by_missing(wrong) == -1);
  EXPECT(dajuan_result_undecided_by_unit(wrong) == -1);
  EXPECT(dajuan_result_text(wrong, 0, 0) == NULL);
  EXPECT(!dajuan_result_lower(wrong, 0, 0, &number) && !dajuan_result_upper(wrong, 0, 0, &number));
  EXPECT(dajuan_result_stream(wrong, &stream) == DAJUAN_BAD_HANDLE);
  EXPECT(dajuan_result_render(wrong, "csv", NULL, 0, NULL, &text) == DAJUAN_BAD_HANDLE && !text);
  EXPECT(dajuan_error_code(wrong) == NULL && dajuan_error_text(wrong, NULL) == NULL);
  EXPECT(dajuan_error_json(wrong, "en") == NULL);
  EXPECT(dajuan_text_bytes(wrong) == NULL && dajuan_text_length(wrong) == -1);
}

static void refuse_arguments(void) {
  dajuan_query *made = NULL;
  dajuan_result *answer = NULL;
  dajuan_text *text = NULL;
  dajuan_error *error = NULL;
  const char *shown = NULL;
  dajuan_limits limits = dajuan_limits_default();
  EXPECT(limits.seconds > 0 && limits.rows > 0 && limits.bytes > 0);
  EXPECT(dajuan_open(NULL, NULL, &error) == DAJUAN_BAD_ARGUMENT);
  EXPECT(dajuan_open("/no/such/ledger", &ledger, NULL) == DAJUAN_NO_FILE && ledger == NULL);
  EXPECT(dajuan_open("/no/such/ledger", &ledger, &error) == DAJUAN_NO_FILE);
  EXPECT(strstr(dajuan_error_text(error, NULL), "/no/such/ledger") != NULL);
  EXPECT(strcmp(dajuan_error_code(error), "") == 0 && strcmp(dajuan_error_json(error, NULL), "") == 0);
  EXPECT(dajuan_error_text(error, "fr") == NULL);
  dajuan_free(error);
  EXPECT(dajuan_open(NULL, &ledger, NULL) == DAJUAN_OK);
  EXPECT(strcmp(dajuan_warnings(ledger), "") == 0);
  EXPECT(dajuan_compile(ledger, NULL, -1, NULL, NULL, &made, NULL) == DAJUAN_BAD_ARGUMENT);
  EXPECT(dajuan_compile(ledger, "facts", -1, NULL, NULL, NULL, NULL) == DAJUAN_BAD_ARGUMENT);
  EXPECT(dajuan_compile(ledger, "facts", -7, NULL, NULL, &made, NULL) == DAJUAN_BAD_ARGUMENT);
  EXPECT(dajuan_compile(ledger, "facts | wher x", 5, NULL, NULL, &made, NULL) == DAJUAN_OK);
  dajuan_free(made);
  EXPECT(dajuan_compile(ledger, "", 0, NULL, NULL, &made, &error) == DAJUAN_WRONG_QUERY && !made);
  EXPECT(strcmp(dajuan_error_code(error), "DJ0260") == 0);
  dajuan_free(error);
  EXPECT(dajuan_compile(ledger, "\xFF\xFE facts", -1, NULL, NULL, &made, NULL)
         == DAJUAN_WRONG_QUERY);
  EXPECT(dajuan_compile(ledger, "facts\0| wher", 12, NULL, NULL, &made, NULL)
         == DAJUAN_WRONG_QUERY);
  EXPECT(dajuan_compile(ledger, "let idle = 1; facts | select nothing", -1, NULL, NULL, &made,
                        &error) == DAJUAN_WRONG_QUERY);
  EXPECT(strcmp(dajuan_error_code(error), "DJ0202") == 0);
  EXPECT(strstr(dajuan_error_json(error, NULL), "DJ0257") != NULL);
  dajuan_free(error);
  EXPECT(dajuan_compile(ledger, "projects | where investment > 5人", -1, NULL, NULL, &made, &error)
         == DAJUAN_WRONG_QUERY);
  EXPECT(strcmp(dajuan_error_code(error), "DJ0301") == 0);
  EXPECT(strstr(dajuan_error_json(error, "zh"), "\"code\":\"DJ0301\"") != NULL);
  dajuan_free(error);
  EXPECT(dajuan_compile(ledger, "param n: number; facts | take $n | select unit, value", -1, NULL,
                        NULL, &query, NULL) == DAJUAN_OK);
  EXPECT(dajuan_query_column_count(query) == 2 && dajuan_query_parameter_count(query) == 1);
  EXPECT(dajuan_query_column_name(query, -1) == NULL && dajuan_query_column_name(query, 2) == NULL);
  EXPECT(dajuan_query_parameter_value(query, 0) == NULL);
  EXPECT(dajuan_run(query, NULL, NULL, &answer, &error) == DAJUAN_WRONG_QUERY && answer == NULL);
  EXPECT(strcmp(dajuan_error_code(error), "DJ0256") == 0);
  dajuan_free(error);
  EXPECT(dajuan_bind_text(query, "m", "1", -1, NULL) == DAJUAN_WRONG_QUERY);
  EXPECT(dajuan_bind_text(query, NULL, "1", -1, NULL) == DAJUAN_BAD_ARGUMENT);
  EXPECT(dajuan_bind_text(query, "n", NULL, -1, NULL) == DAJUAN_BAD_ARGUMENT);
  EXPECT(dajuan_bind_text(query, "n", "several", -1, NULL) == DAJUAN_WRONG_QUERY);
  EXPECT(dajuan_bind_text(query, "n", "\xFF", -1, NULL) == DAJUAN_BAD_ARGUMENT);
  EXPECT(dajuan_bind_number(query, "n", 0.0 / 0.0, NULL, NULL) == DAJUAN_BAD_ARGUMENT);
  EXPECT(dajuan_bind_number(query, "n", 1, "a b", NULL) == DAJUAN_BAD_ARGUMENT);
  EXPECT(dajuan_bind_number(query, "n", 2.5, NULL, NULL) == DAJUAN_WRONG_QUERY);
  EXPECT(dajuan_bind_integer(query, "n", INT64_MIN, NULL, NULL) == DAJUAN_WRONG_QUERY);
  EXPECT(dajuan_bind_integer(query, "n", 2, "人", NULL) == DAJUAN_WRONG_QUERY);
  EXPECT(dajuan_bind_integer(query, "n", 2, NULL, NULL) == DAJUAN_OK);
  EXPECT(strcmp(dajuan_query_parameter_value(query, 0), "2") == 0);
  EXPECT(dajuan_run(query, NULL, NULL, NULL, NULL) == DAJUAN_BAD_ARGUMENT);
  limits.rows = -1;
  EXPECT(dajuan_run(query, &limits, NULL, &answer, NULL) == DAJUAN_BAD_ARGUMENT);
  limits.rows = 1;
  EXPECT(dajuan_run(query, &limits, NULL, &answer, &error) == DAJUAN_STOPPED);
  EXPECT(strcmp(dajuan_error_code(error), "DJ0533") == 0);
  dajuan_free(error);
  limits = (dajuan_limits){INT64_MAX, INT64_MAX, INT64_MAX, INT64_MAX};
  EXPECT(dajuan_run(query, &limits, NULL, &answer, NULL) == DAJUAN_OK);
  dajuan_free(answer);
  EXPECT(dajuan_run(query, NULL, NULL, &result, NULL) == DAJUAN_OK);
  EXPECT(dajuan_result_row_count(result) == 2 && dajuan_result_column_count(result) == 2);
  EXPECT(strcmp(dajuan_result_column_name(result, 0), "unit") == 0);
  EXPECT(strcmp(dajuan_result_column_chinese(result, 1), "数值") == 0);
  EXPECT(strcmp(dajuan_result_column_type(result, 1), "quantity") == 0);
  EXPECT(dajuan_result_column_unit(result, 1) == NULL);
  EXPECT(dajuan_result_column_name(result, 2) == NULL && dajuan_result_column_name(result, -1) == NULL);
  EXPECT(dajuan_result_text(result, 2, 0) == NULL && dajuan_result_text(result, -1, 0) == NULL);
  EXPECT(dajuan_result_text(result, 0, 2) == NULL && dajuan_result_text(result, INT64_MAX, 0) == NULL);
  EXPECT(!dajuan_result_lower(result, 0, 0, NULL) && dajuan_result_lower(result, 0, 1, NULL));
  EXPECT(dajuan_result_text(result, 0, 0) == dajuan_result_text(result, 0, 0));
  EXPECT(dajuan_result_stream(result, NULL) == DAJUAN_BAD_ARGUMENT);
  EXPECT(dajuan_result_render(result, "csv", NULL, 0, NULL, NULL) == DAJUAN_BAD_ARGUMENT);
  EXPECT(dajuan_result_render(result, NULL, NULL, 0, NULL, &shown) == DAJUAN_BAD_ARGUMENT);
  EXPECT(dajuan_result_render(result, "arrow", NULL, 0, NULL, &shown) == DAJUAN_BAD_ARGUMENT);
  EXPECT(dajuan_result_render(result, "csv", "en", -1, NULL, &shown) == DAJUAN_BAD_ARGUMENT);
  EXPECT(dajuan_result_render(result, "csv", NULL, 0, NULL, &shown) == DAJUAN_OK && shown != NULL);
  EXPECT(dajuan_check(ledger, "facts", -1, NULL, NULL, NULL, NULL) == DAJUAN_BAD_ARGUMENT);
  EXPECT(dajuan_check(ledger, "facts | x", -1, "zh", NULL, NULL, &text) == DAJUAN_OK);
  EXPECT((int64_t)strlen(dajuan_text_bytes(text)) == dajuan_text_length(text));
  dajuan_free(text);
  EXPECT(dajuan_complete(ledger, "指", -1, -1, NULL, &text) == DAJUAN_BAD_ARGUMENT);
  EXPECT(dajuan_complete(ledger, "指", -1, INT64_MAX, NULL, &text) == DAJUAN_OK);
  dajuan_free(text);
  EXPECT(dajuan_format(ledger, "facts |", -1, NULL, &text, &error) == DAJUAN_WRONG_QUERY && !text);
  dajuan_free(error);
  EXPECT(dajuan_cancellation_new(NULL) == DAJUAN_BAD_ARGUMENT);
}

/* Limits and cancellation hold for whatever runs: to find the columns of a pivot as a text is compiled or
 * checked and as a value is bound, and to make a text of an answer. */
static void bound_every_call(void) {
  static const char wide[] = "param t: text; facts | where unit != $t | join facts on kind | "
                             "summarize n = count() by kind, nature | pivot nature values n by kind";
  static const char written[] = "facts | join facts on kind | summarize n = count() by kind, nature | "
                                "pivot nature values n by kind";
  dajuan_query *made = NULL;
  dajuan_result *answer = NULL;
  dajuan_text *text = NULL;
  dajuan_cancellation *stop = NULL, *later = NULL;
  const char *shown = NULL;
  dajuan_limits few = {0, 10, 0, 0}, wrong = {0, 0, -1, 0};
  EXPECT(dajuan_cancellation_new(&stop) == DAJUAN_OK && dajuan_cancel(stop) == DAJUAN_OK);
  EXPECT(dajuan_cancellation_new(&later) == DAJUAN_OK);
  EXPECT(dajuan_compile(ledger, written, -1, &wrong, NULL, &made, NULL) == DAJUAN_BAD_ARGUMENT);
  EXPECT(dajuan_compile(ledger, written, -1, &few, NULL, &made, NULL) == DAJUAN_STOPPED && !made);
  EXPECT(dajuan_compile(ledger, written, -1, NULL, stop, &made, NULL) == DAJUAN_CANCELLED);
  EXPECT(dajuan_compile(ledger, written, -1, NULL, later, &made, NULL) == DAJUAN_OK);
  EXPECT(dajuan_query_column_count(made) == 3);
  dajuan_free(made);
  EXPECT(dajuan_check(ledger, written, -1, NULL, &wrong, NULL, &text) == DAJUAN_BAD_ARGUMENT);
  EXPECT(dajuan_check(ledger, written, -1, NULL, &few, stop, &text) == DAJUAN_OK);
  EXPECT(dajuan_text_length(text) == 0);
  dajuan_free(text);
  /* What a query was compiled within, its values are bound within. */
  EXPECT(dajuan_compile(ledger, wide, -1, &few, NULL, &made, NULL) == DAJUAN_OK);
  EXPECT(dajuan_bind_text(made, "t", "x", -1, NULL) == DAJUAN_STOPPED);
  dajuan_free(made);
  EXPECT(dajuan_compile(ledger, wide, -1, NULL, later, &made, NULL) == DAJUAN_OK);
  EXPECT(dajuan_bind_text(made, "t", "x", -1, NULL) == DAJUAN_OK);
  EXPECT(dajuan_cancel(later) == DAJUAN_OK);
  EXPECT(dajuan_bind_text(made, "t", "y", -1, NULL) == DAJUAN_CANCELLED);
  EXPECT(strcmp(dajuan_query_parameter_value(made, 0), "x") == 0);
  EXPECT(dajuan_run(made, NULL, NULL, &answer, NULL) == DAJUAN_OK);
  dajuan_free(answer);
  dajuan_free(made);
  EXPECT(dajuan_compile(ledger, "facts | join facts on kind", -1, NULL, NULL, &made, NULL)
         == DAJUAN_OK);
  EXPECT(dajuan_run(made, NULL, NULL, &answer, NULL) == DAJUAN_OK);
  for (int format = 0; format < 9; format++) {
    static const char *formats[] = {"table", "box",  "line",  "csv",      "tsv",
                                    "json",  "jsonl", "markdown", "html"};
    EXPECT(dajuan_result_render(answer, formats[format], NULL, 0, stop, &shown) == DAJUAN_CANCELLED);
    EXPECT(shown == NULL);
  }
  EXPECT(dajuan_result_render(answer, "csv", NULL, 0, NULL, &shown) == DAJUAN_OK && shown);
  dajuan_free(answer);
  dajuan_free(made);
  dajuan_free(stop);
  dajuan_free(later);
}

/* What stopped the search for the columns of a pivot is told as a value is bound, and to no other's account. */
static void tell_what_stopped_a_pivot(void) {
  static const char late[] = "let wide = facts | summarize n = count() by kind, nature | "
                             "pivot nature values n by kind; param n: number; wide | where $n > 0";
  dajuan_query *made = NULL;
  dajuan_error *error = NULL;
  dajuan_limits few = {0, 1, 0, 0};
  EXPECT(dajuan_compile(ledger, late, -1, &few, NULL, &made, NULL) == DAJUAN_OK);
  EXPECT(dajuan_bind_integer(made, "n", 1, NULL, &error) == DAJUAN_STOPPED);
  EXPECT(strcmp(dajuan_error_code(error), "DJ0533") == 0);
  dajuan_free(error);
  dajuan_free(made);
}

/* Texts come out as they are, byte for byte, but for a zero byte in one that ends in it. */
static void hand_out_texts(void) {
  static const char same[] = "param a: text; param b: text; facts | take 1 | "
                             "select x = $a, y = $b, `text x` = \"x\"";
  static const char zero[] = "facts # a\0b\n";
  const int64_t length = sizeof zero - 1;
  dajuan_query *made = NULL;
  dajuan_result *answer = NULL;
  dajuan_text *text = NULL;
  const char *shown = NULL;
  EXPECT(dajuan_compile(ledger, same, -1, NULL, NULL, &made, NULL) == DAJUAN_OK);
  /* One character, and what it is composed of. */
  EXPECT(dajuan_bind_text(made, "a", "\xC3\xA9", -1, NULL) == DAJUAN_OK);
  EXPECT(dajuan_bind_text(made, "b", "e\xCC\x81", -1, NULL) == DAJUAN_OK);
  EXPECT(dajuan_run(made, NULL, NULL, &answer, NULL) == DAJUAN_OK);
  EXPECT(strcmp(dajuan_result_text(answer, 0, 0), "\xC3\xA9") == 0);
  EXPECT(strcmp(dajuan_result_text(answer, 0, 1), "e\xCC\x81") == 0);
  EXPECT(strcmp(dajuan_result_column_name(answer, 2), "text x") == 0);
  EXPECT(strcmp(dajuan_result_text(answer, 0, 2), "x") == 0);
  dajuan_free(answer);
  EXPECT(dajuan_bind_text(made, "a", "a\0b", 3, NULL) == DAJUAN_OK);
  EXPECT(dajuan_run(made, NULL, NULL, &answer, NULL) == DAJUAN_OK);
  EXPECT(strcmp(dajuan_result_text(answer, 0, 0), "a\xEF\xBF\xBD" "b") == 0);
  EXPECT(dajuan_result_render(answer, "csv", NULL, 0, NULL, &shown) == DAJUAN_OK);
  EXPECT(strcmp(shown, "x,y,text x\na\xEF\xBF\xBD" "b,e\xCC\x81,x\n") == 0);
  dajuan_free(answer);
  dajuan_free(made);
  EXPECT(dajuan_format(ledger, zero, length, NULL, &text, NULL) == DAJUAN_OK);
  EXPECT(dajuan_text_length(text) == length);
  EXPECT(memcmp(dajuan_text_bytes(text), zero, length + 1) == 0);
  dajuan_free(text);
}

/* A double is the decimal that it prints as. */
static void bind_decimals(void) {
  dajuan_query *made = NULL;
  dajuan_result *answer = NULL;
  EXPECT(dajuan_compile(ledger, "param m: money; projects | where investment == $m", -1, NULL, NULL,
                        &made, NULL) == DAJUAN_OK);
  EXPECT(dajuan_bind_number(made, "m", 5.14, "亿元", NULL) == DAJUAN_OK);
  EXPECT(strcmp(dajuan_query_parameter_value(made, 0), "5.14亿元") == 0);
  EXPECT(dajuan_run(made, NULL, NULL, &answer, NULL) == DAJUAN_OK);
  EXPECT(dajuan_result_row_count(answer) == 1);
  dajuan_free(answer);
  EXPECT(dajuan_bind_number(made, "m", 1.7976931348623157e308, "亿元", NULL) == DAJUAN_OK);
  EXPECT(dajuan_bind_number(made, "m", -5e-324, "亿元", NULL) == DAJUAN_OK);
  EXPECT(dajuan_run(made, NULL, NULL, &answer, NULL) == DAJUAN_OK);
  dajuan_free(answer);
  dajuan_free(made);
}

/* A text of a gigabyte is an error at once, whatever its length is said to be. */
static void refuse_a_gigabyte(void) {
  dajuan_query *made = NULL;
  dajuan_error *error = NULL;
  size_t size = (size_t)1 << 30;
  char *text = malloc(size + 1);
  EXPECT(text != NULL);
  memset(text, '1', size);
  text[size] = 0;
  EXPECT(dajuan_compile(ledger, text, -1, NULL, NULL, &made, &error) == DAJUAN_WRONG_QUERY);
  EXPECT(strcmp(dajuan_error_code(error), "DJ0502") == 0);
  dajuan_free(error);
  EXPECT(dajuan_compile(ledger, text, (int64_t)size, NULL, NULL, &made, NULL)
         == DAJUAN_WRONG_QUERY);
  EXPECT(dajuan_compile(ledger, "param t: text; facts | where unit == $t", -1, NULL, NULL, &made,
                        NULL) == DAJUAN_OK);
  EXPECT(dajuan_bind_text(made, "t", text, (int64_t)size, NULL) == DAJUAN_BAD_ARGUMENT);
  dajuan_free(made);
  free(text);
}

static void drain_streams(void) {
  for (int releases_early = 0; releases_early < 2; releases_early++) {
    struct ArrowArrayStream stream;
    struct ArrowSchema schema;
    struct ArrowArray rows, moved, end;
    EXPECT(dajuan_result_stream(result, &stream) == DAJUAN_OK);
    EXPECT(stream.get_schema(&stream, &schema) == 0 && strcmp(schema.format, "+s") == 0);
    EXPECT(schema.n_children > 2 && schema.children[0]->dictionary != NULL);
    EXPECT(stream.get_next(&stream, &rows) == 0 && rows.length == 2);
    EXPECT(rows.n_children == schema.n_children);
    schema.release(&schema);
    EXPECT(schema.release == NULL);
    /* A column may be taken out and outlive the rest. */
    moved = *rows.children[0];
    rows.children[0]->release = NULL;
    if (releases_early) stream.release(&stream);
    rows.release(&rows);
    EXPECT(moved.length == 2 && ((const int32_t *)moved.buffers[1])[0] == 0);
    EXPECT(moved.dictionary->length >= 1);
    moved.release(&moved);
    if (releases_early) continue;
    EXPECT(stream.get_next(&stream, &end) == 0 && end.release == NULL);
    EXPECT(stream.get_last_error(&stream) == NULL);
    stream.release(&stream);
    EXPECT(stream.release == NULL);
  }
}

/* What the deepest texts that the limits let through take of a small stack. */
static void *ask_deeply(void *unused) {
  static char text[8192];
  char *end = stpcpy(text, "facts | select x = value");
  for (int term = 0; term < 512; term++) end = stpcpy(end, " + 1");
  dajuan_query *deep = NULL;
  dajuan_result *answer = NULL;
  dajuan_text *laid = NULL;
  EXPECT(dajuan_compile(ledger, text, -1, NULL, NULL, &deep, NULL) == DAJUAN_OK);
  EXPECT(dajuan_run(deep, NULL, NULL, &answer, NULL) == DAJUAN_OK);
  EXPECT(dajuan_format(ledger, text, -1, "zh", &laid, NULL) == DAJUAN_OK);
  dajuan_free(laid);
  EXPECT(dajuan_check(ledger, text, -1, NULL, NULL, NULL, &laid) == DAJUAN_OK);
  dajuan_free(laid);
  EXPECT(dajuan_complete(ledger, text, -1, end - text, NULL, &laid) == DAJUAN_OK);
  dajuan_free(laid);
  dajuan_free(answer);
  dajuan_free(deep);
  return unused;
}

static void ask_deeply_on_a_small_stack(void) {
  pthread_attr_t small;
  pthread_t thread;
  EXPECT(pthread_attr_init(&small) == 0 && pthread_attr_setstacksize(&small, 256 << 10) == 0);
  EXPECT(pthread_create(&thread, &small, ask_deeply, NULL) == 0);
  EXPECT(pthread_join(thread, NULL) == 0);
  pthread_attr_destroy(&small);
}

static void *run_often(void *unused) {
  for (int time = 0; time < 200; time++) {
    dajuan_result *answer = NULL;
    if (dajuan_run(query, NULL, NULL, &answer, NULL) != DAJUAN_OK) return "run";
    if (strcmp(dajuan_result_text(answer, 0, 0), dajuan_result_text(result, 0, 0))) return "text";
    dajuan_free(answer);
  }
  return unused;
}

static void share_between_threads(void) {
  pthread_t threads[4];
  void *problem;
  for (int thread = 0; thread < 4; thread++)
    EXPECT(pthread_create(&threads[thread], NULL, run_often, NULL) == 0);
  for (int thread = 0; thread < 4; thread++) {
    EXPECT(pthread_join(threads[thread], &problem) == 0);
    EXPECT(problem == NULL);
  }
}

static void cancel_and_free(void) {
  dajuan_cancellation *cancellation = NULL;
  dajuan_result *answer = NULL;
  void *freed[4];
  char local;
  EXPECT(dajuan_cancellation_new(&cancellation) == DAJUAN_OK);
  EXPECT(dajuan_run(query, NULL, cancellation, &answer, NULL) == DAJUAN_OK);
  dajuan_free(answer);
  EXPECT(dajuan_cancel(cancellation) == DAJUAN_OK && dajuan_cancel(cancellation) == DAJUAN_OK);
  dajuan_query *sorted = NULL;
  EXPECT(dajuan_compile(ledger, "facts | sort value", -1, NULL, NULL, &sorted, NULL) == DAJUAN_OK);
  EXPECT(dajuan_run(sorted, NULL, cancellation, &answer, NULL) == DAJUAN_CANCELLED && !answer);
  dajuan_free(sorted);
  /* Handles of other kinds, and what is no handle. */
  EXPECT(dajuan_query_column_count((dajuan_query *)ledger) == -1);
  EXPECT(dajuan_result_row_count((dajuan_result *)query) == -1);
  EXPECT(dajuan_tables((dajuan_ledger *)result) == NULL);
  EXPECT(dajuan_cancel((dajuan_cancellation *)query) == DAJUAN_BAD_HANDLE);
  refuse(NULL);
  refuse(cancellation ? (void *)&local : NULL);
  refuse((void *)(uintptr_t)0xdeadbeefdeadbeefu);
  freed[0] = ledger, freed[1] = query, freed[2] = result, freed[3] = cancellation;
  /* The result needs neither its query nor its ledger. */
  dajuan_free(ledger);
  EXPECT(dajuan_result_text(result, 0, 0) != NULL);
  drain_streams();
  dajuan_free(result);
  dajuan_free(cancellation);
  for (int twice = 0; twice < 2; twice++)
    for (int handle = 0; handle < 4; handle++)
      if (freed[handle] != (void *)query) dajuan_free(freed[handle]);
  refuse(freed[0]);
  refuse(freed[2]);
  refuse(freed[3]);
  dajuan_free(query);
  EXPECT(dajuan_run(freed[1], NULL, NULL, &answer, NULL) == DAJUAN_BAD_HANDLE);
  dajuan_free(&local);
  dajuan_free(NULL);
  EXPECT(dajuan_handle_count() == 0);
}

int main(void) {
  EXPECT(dajuan_interface_version() == DAJUAN_INTERFACE_VERSION && dajuan_version() != NULL);
  refuse_arguments();
  bound_every_call();
  tell_what_stopped_a_pivot();
  hand_out_texts();
  bind_decimals();
  refuse_a_gigabyte();
  ask_deeply_on_a_small_stack();
  drain_streams();
  share_between_threads();
  cancel_and_free();
  printf("%s\n", calls > 300 ? "all as it should be" : "too few calls");
  return 0;
}
