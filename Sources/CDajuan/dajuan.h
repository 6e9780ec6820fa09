/* Dajuan 答卷: asks government work reports what was promised, what was delivered, and where it says so.
 *
 *     dajuan_ledger *ledger = NULL;
 *     dajuan_query *query = NULL;
 *     dajuan_result *result = NULL;
 *     dajuan_open(NULL, &ledger, NULL);
 *     dajuan_compile(ledger, "indicators | where nature == target", -1, NULL, NULL, &query, NULL);
 *     dajuan_run(query, NULL, NULL, &result, NULL);
 *     printf("%lld rows\n", (long long)dajuan_result_row_count(result));
 *     dajuan_free(result); dajuan_free(query); dajuan_free(ledger);
 *
 * Handles. A handle is a number in the guise of a pointer and is never followed: one that is NULL, was
 * freed, or is of another kind than a function wants is answered with DAJUAN_BAD_HANDLE, or with 0, -1 or
 * NULL by functions without a status. Every handle that a function gives is freed with dajuan_free, in any
 * order; what another still needs lives on.
 *
 * Texts. All are UTF-8. A text that goes in has a length in bytes, or -1 where it ends in a zero byte. A
 * `const char *` that comes out belongs to the handle it was asked of, and lasts until that is freed; the same
 * text is kept once. It ends in its only zero byte: where a text has one within, U+FFFD stands for it.
 *
 * Errors. A function with a status gives DAJUAN_OK or what kind of thing went wrong; where the caller
 * passes a place for it, also an error with the diagnostics. Places for what comes out are set to NULL
 * at first.
 *
 * Threads. Any function may be called from any thread. A ledger, a result, an error, and a query while no
 * value is bound to it do not change: threads may share them. dajuan_bind_… changes a query: give each
 * thread its own with dajuan_query_copy. A handle must not be freed while another thread's call has it
 * and that call's outcome matters: the call ends well, but later ones find no handle.
 *
 * Limits and cancellation. Where a function takes them, NULL is the limits of dajuan_limits_default and no
 * cancellation. Functions without them take time linear in what they are given (dajuan_format, a stream), look
 * values up, or have an end of their own (dajuan_complete); dajuan_open maps a ledger's tables at once, and
 * reads texts, some 50 MB a second, where there are none. A text is at most 16 MiB long. */
#ifndef DAJUAN_H
#define DAJUAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The Arrow C data interface, as Apache Arrow publishes it for copying into projects like this one. */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE
#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4
struct ArrowSchema {
  const char *format;
  const char *name;
  const char *metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema **children;
  struct ArrowSchema *dictionary;
  void (*release)(struct ArrowSchema *);
  void *private_data;
};
struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void **buffers;
  struct ArrowArray **children;
  struct ArrowArray *dictionary;
  void (*release)(struct ArrowArray *);
  void *private_data;
};
#endif
#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE
struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
  int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
  const char *(*get_last_error)(struct ArrowArrayStream *);
  void (*release)(struct ArrowArrayStream *);
  void *private_data;
};
#endif

typedef struct dajuan_ledger dajuan_ledger;
typedef struct dajuan_query dajuan_query;
typedef struct dajuan_result dajuan_result;
typedef struct dajuan_error dajuan_error;
typedef struct dajuan_cancellation dajuan_cancellation;
typedef struct dajuan_text dajuan_text;

/* What kind of thing went wrong. */
typedef int32_t dajuan_status;
#define DAJUAN_OK 0
#define DAJUAN_FAILED_CHECK 1   /* `assert` found rows that fail */
#define DAJUAN_WRONG_QUERY 2    /* the text or the values of its parameters are wrong */
#define DAJUAN_NO_FILE 3        /* a ledger cannot be opened, or a file cannot be written */
#define DAJUAN_STOPPED 4        /* a limit ended it */
#define DAJUAN_CANCELLED 5      /* dajuan_cancel ended it */
#define DAJUAN_BAD_HANDLE 6     /* NULL, freed, or of another kind */
#define DAJUAN_BAD_ARGUMENT 7   /* a NULL, a length or a number that makes no sense */

/* The version of the library, such as "0.1.0", and of this interface: it grows when a function or a field
 * changes its meaning, and not when others are added. */
#define DAJUAN_INTERFACE_VERSION 1
const char *dajuan_version(void);
int32_t dajuan_interface_version(void);

/* Frees any handle; nothing happens for one that is none. */
void dajuan_free(const void *handle);

/* How many handles are not freed yet: for finding leaks. */
int64_t dajuan_handle_count(void);

/* Ledgers ------------------------------------------------------------------------------------------ */

/* Opens a ledger: a folder that `dajuan ingest` made, or a report's text. NULL is the report the library
 * brings with it. */
dajuan_status dajuan_open(const char *path, dajuan_ledger **ledger, dajuan_error **error);

/* What a person should know of a ledger that keeps nothing from being asked, a line each: that its tables could
 * not be used and its texts were read, texts that others changed, corrections that find no fact. "" for
 * nothing. */
const char *dajuan_warnings(const dajuan_ledger *ledger);

/* The tables and their columns as a JSON array: name, chinese, columns of name, chinese, type, unit. */
const char *dajuan_tables(const dajuan_ledger *ledger);

/* Limits ------------------------------------------------------------------------------------------- */

/* What a run may use; 0 in a field is the default: ten minutes, ten million rows, 8 GiB. */
typedef struct dajuan_limits {
  int64_t seconds; /* how long it may take */
  int64_t rows;    /* of the answer, and of tables put together */
  int64_t bytes;   /* of the columns of one step, estimated */
  int64_t threads; /* that work on it; by default one a core */
} dajuan_limits;
dajuan_limits dajuan_limits_default(void);

/* Something that ends calls from another thread. Once asked for it stays so: make one for each call. */
dajuan_status dajuan_cancellation_new(dajuan_cancellation **cancellation);
dajuan_status dajuan_cancel(const dajuan_cancellation *cancellation);

/* Queries ------------------------------------------------------------------------------------------ */

/* Compiles a text with one query, which may name values, functions and other queries and declare
 * parameters before it. What is odd in it and stops nothing, dajuan_check tells. A `pivot` runs the query
 * before it to find its columns, and does so again where a value is bound: limits and cancellation are for
 * these runs, then too. */
dajuan_status dajuan_compile(const dajuan_ledger *ledger, const char *text, int64_t length,
                             const dajuan_limits *limits, const dajuan_cancellation *cancellation,
                             dajuan_query **query, dajuan_error **error);

/* Another handle of a query with the values it has; bound to on its own. */
dajuan_status dajuan_query_copy(const dajuan_query *query, dajuan_query **copy);

/* The columns of its answers, known before it runs; -1 and NULL for a column there is not. A column's type
 * is text, enumeration, quantity, period, truth or source; its unit is NULL where it has not the same in
 * every row. */
int32_t dajuan_query_column_count(const dajuan_query *query);
const char *dajuan_query_column_name(const dajuan_query *query, int32_t column);
const char *dajuan_query_column_chinese(const dajuan_query *query, int32_t column);
const char *dajuan_query_column_type(const dajuan_query *query, int32_t column);
const char *dajuan_query_column_unit(const dajuan_query *query, int32_t column);

/* The parameters it declares. The value is as it would be written, NULL where there is none. */
int32_t dajuan_query_parameter_count(const dajuan_query *query);
const char *dajuan_query_parameter_name(const dajuan_query *query, int32_t parameter);
const char *dajuan_query_parameter_type(const dajuan_query *query, int32_t parameter);
const char *dajuan_query_parameter_value(const dajuan_query *query, int32_t parameter);

/* Gives a parameter its value for the runs to come: as it would be written in a query (`5亿元`, `2021`,
 * `target`), where the parameter is text the text itself; as a number with a unit (NULL or "" for none),
 * a double as the shortest decimal that is read as it; or as missing. The query is as it was where the value
 * cannot be. A value that is no UTF-8, or longer than 16 MiB, is DAJUAN_BAD_ARGUMENT. */
dajuan_status dajuan_bind_text(dajuan_query *query, const char *name, const char *value,
                               int64_t length, dajuan_error **error);
dajuan_status dajuan_bind_number(dajuan_query *query, const char *name, double value,
                                 const char *unit, dajuan_error **error);
dajuan_status dajuan_bind_integer(dajuan_query *query, const char *name, int64_t value,
                                  const char *unit, dajuan_error **error);
dajuan_status dajuan_bind_missing(dajuan_query *query, const char *name, dajuan_error **error);

/* Runs ---------------------------------------------------------------------------------------------- */

/* Answers a query. */
dajuan_status dajuan_run(const dajuan_query *query, const dajuan_limits *limits,
                         const dajuan_cancellation *cancellation, dajuan_result **result,
                         dajuan_error **error);

/* Results ------------------------------------------------------------------------------------------- */

int64_t dajuan_result_row_count(const dajuan_result *result);

/* Its columns, which are those of its query. */
int32_t dajuan_result_column_count(const dajuan_result *result);
const char *dajuan_result_column_name(const dajuan_result *result, int32_t column);
const char *dajuan_result_column_chinese(const dajuan_result *result, int32_t column);
const char *dajuan_result_column_type(const dajuan_result *result, int32_t column);
const char *dajuan_result_column_unit(const dajuan_result *result, int32_t column);

/* How many rows the conditions left undecided: as an interval lies on both sides, as a value is missing, as
 * units differ. */
int64_t dajuan_result_undecided_by_bounds(const dajuan_result *result);
int64_t dajuan_result_undecided_by_missing(const dajuan_result *result);
int64_t dajuan_result_undecided_by_unit(const dajuan_result *result);

/* One value; for whole columns a stream is cheaper, which keeps no text of each. As text it is what CSV has,
 * NULL where it is missing. As a number it is the end of a quantity's interval in its unit, 万 and 亿 folded
 * in: false where there is no such end. */
const char *dajuan_result_text(const dajuan_result *result, int64_t row, int32_t column);
bool dajuan_result_lower(const dajuan_result *result, int64_t row, int32_t column, double *value);
bool dajuan_result_upper(const dajuan_result *result, int64_t row, int32_t column, double *value);

/* The rows as a stream of one Arrow record batch, which outlives the result and the library's handles. A
 * plain number that is exact in every row is one column; any other quantity `x` is `x` where it is exactly
 * known, `x_lower`, `x_upper`, `x_unit` and `x_text`. All else is words. */
dajuan_status dajuan_result_stream(const dajuan_result *result, struct ArrowArrayStream *stream);

/* The answer in a format of the command line: table, box, line, csv, tsv, json, jsonl, markdown or html, in
 * the query's language or in "en" or "zh"; `width` is the widest a table may be in terminal columns, 0 for any.
 * Takes time and memory for every cell. */
dajuan_status dajuan_result_render(const dajuan_result *result, const char *format,
                                   const char *language, int32_t width,
                                   const dajuan_cancellation *cancellation, const char **text);

/* Errors -------------------------------------------------------------------------------------------- */

/* The code of the first mistake, such as "DJ0301"; "" where there is none, as for a file. */
const char *dajuan_error_code(const dajuan_error *error);

/* All that is wrong, as a person reads it, in "en" or "zh"; NULL is the query's language. */
const char *dajuan_error_text(const dajuan_error *error, const char *language);

/* The diagnostics as JSON lines, an object each: code, severity, message, line, column, start and end in
 * bytes, labels, suggestion with edits. */
const char *dajuan_error_json(const dajuan_error *error, const char *language);

/* For editors ----------------------------------------------------------------------------------------*/

/* A text of its own: its bytes, with a zero byte behind them, and how many there are, among which others may
 * be; NULL and -1 for no handle of one. */
const char *dajuan_text_bytes(const dajuan_text *text);
int64_t dajuan_text_length(const dajuan_text *text);

/* What is wrong with a script or odd in it, as JSON lines. Nothing runs but what a `pivot` needs to find its
 * columns, for which limits and cancellation are; where that is ended, what depends on them is passed over. */
dajuan_status dajuan_check(const dajuan_ledger *ledger, const char *text, int64_t length,
                           const char *language, const dajuan_limits *limits,
                           const dajuan_cancellation *cancellation, dajuan_text **json);

/* The words that may stand at a cursor, as a JSON object: start and end of what they replace, candidates of
 * text, kind, gloss. The cursor, start and end count Unicode scalars. */
dajuan_status dajuan_complete(const dajuan_ledger *ledger, const char *text, int64_t length,
                              int64_t cursor, const char *language, dajuan_text **json);

/* The script laid out anew, its words in "en" or "zh", or as they are for NULL. */
dajuan_status dajuan_format(const dajuan_ledger *ledger, const char *text, int64_t length,
                            const char *language, dajuan_text **formatted, dajuan_error **error);

#ifdef __cplusplus
}
#endif

#endif
