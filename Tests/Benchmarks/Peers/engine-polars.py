"""engine-polars.py REQUEST: polars, lazily on a table in memory; the words are categories."""
import os
import pathlib

import engine

request = engine.request()
os.environ["POLARS_MAX_THREADS"] = str(request["threads"])

# After its threads are set.
pl, _ = engine.imported("polars", "pyarrow")


def make(path):
    table = engine.Facts(request["facts"]).arrow()
    frame = pl.from_arrow(table)
    frame.with_columns(pl.col(engine.TEXTS).cast(pl.Categorical)).write_ipc(path)


path = engine.made(pathlib.Path(request["cache"]) / "polars.arrow", make)
frame, opening = engine.opened(lambda: pl.read_ipc(path), lambda frame: frame.head(1).rows())
facts = frame.lazy()
lower, upper, period = pl.col("lower"), pl.col("upper"), pl.col("period")


def is_(column, word):
    return pl.col(column) == word


def ends_median(end, beyond):
    """The middle of the ends where a missing one lies beyond all others; yuan are exact in a float."""
    return pl.col(end).cast(pl.Float64).fill_null(beyond).median().alias(end)


def year_on_year():
    chosen = facts.filter(is_("unit", "元"), is_("nature", "actual")).select(
        "place", "subject", "period", "lower", "upper")
    before = chosen.sort("period", maintain_order=True).with_columns(
        before_lower=lower.shift(1).over("place", "subject"),
        before_upper=upper.shift(1).over("place", "subject"))
    grown = before.filter(
        pl.col("before_lower") > 0, lower * 25 >= pl.col("before_upper") * 27)
    return grown.group_by("period").agg(pl.len())


def target_against_outcome():
    keys = ["place", "subject", "period", "unit"]
    promised = facts.filter(is_("nature", "target")).select(*keys, goal="lower")
    pairs = facts.filter(is_("nature", "actual")).select(*keys, "lower").join(promised, on=keys)
    return pairs.group_by("unit").agg(
        pl.len(), met=(lower >= pl.col("goal")).sum(), gap=(lower - pl.col("goal")).mean())


QUESTIONS = {
    "filter and count": lambda: facts.filter(
        is_("unit", "元"), lower >= 10_000_000, is_("nature", "actual"),
        period.is_between(2015, 2019)).select(pl.len()),
    "sum by indicator": lambda: facts.filter(is_("unit", "元"), is_("nature", "actual"))
    .group_by("subject").agg(lower.sum(), n=pl.len()),
    "average by district and year": lambda: facts.filter(
        is_("unit", "%"), is_("nature", "actual"), pl.col("bound").is_in(["exact", "about"]))
    .group_by("place", "period").agg(lower.mean(), upper.mean(), n=pl.len()),
    "top ten": lambda: facts.filter(is_("unit", "元")).select(
        "place", "subject", "period", "lower", "upper")
    .sort("lower", "upper", descending=True, nulls_last=[True, False], maintain_order=True).head(10),
    "text contains": lambda: facts.filter(
        pl.col("subject").cast(pl.String).str.contains("企业", literal=True))
    .group_by("period", "nature").agg(pl.len()),
    "distinct count": lambda: facts.group_by("period").agg(
        pl.col("subject").n_unique(), pl.col("place").n_unique()),
    "target against outcome": target_against_outcome,
    "median by year": lambda: facts.filter(is_("unit", "元"), is_("nature", "actual"))
    .group_by("period").agg(ends_median("lower", -1e15), ends_median("upper", 1e15)),
    "year on year": year_on_year,
}

engine.answer(
    f"polars {pl.__version__}", request, ask=lambda question: QUESTIONS[question["name"]]().collect(),
    rows=lambda table: table.rows(), opening=opening)
