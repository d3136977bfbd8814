"""`client.sql`: what goes out, what comes back, what is refused."""

from __future__ import annotations

import copy
import pickle

import pytest

from attio.core.errors import ArgumentError, DecodeError, FilterError
from attio.records.sql_rows import SqlRows
from tests.unit.shells.attio_double import Double

ROWS = [{"name": "Ada", "n": 1}, {"name": "Bob", "n": None, "extra": True}]


def test_query():
    """A query goes out bare, and its rows come back as dicts with the answer beside them."""
    double = Double({"data": {"rows": ROWS}})
    rows = double.run(lambda client: client.sql.query("select name, n from people"))
    assert double.only == ("POST", "/v2/sql", {}, {"sql": "select name, n from people"})
    assert rows == ROWS and isinstance(rows, list)
    assert rows.response.status == 200
    assert rows.columns == ("name", "n", "extra")


def test_no_rows():
    """A query without rows is an empty list, without columns."""
    rows = Double({"data": {"rows": []}}).run(lambda client: client.sql.query("select 1"))
    assert rows == [] and rows.columns == () and not rows


@pytest.mark.parametrize("bad", ["", "  \n", None, 5])
def test_query_refuses(bad):
    """An empty query and what is no text are refused before sending."""
    with pytest.raises(ArgumentError, match="sql: "):
        Double().run(lambda client: client.sql.query(bad))


@pytest.mark.parametrize("answer", [{"data": []}, {"data": {}}, {"data": {"rows": {}}}, {"rows": []}])
def test_another_shape(answer):
    """An answer without rows is a DecodeError."""
    with pytest.raises(DecodeError):
        Double(answer).run(lambda client: client.sql.query("select 1"))


def test_a_wrong_query():
    """What Attio does not understand is a FilterError."""
    refused = {"status_code": 400, "type": "invalid_request_error", "code": "filter_error", "message": "no"}
    with pytest.raises(FilterError):
        Double((400, refused)).run(lambda client: client.sql.query("selct 1"))


def test_rows_copy_and_pickle():
    """Rows copy and pickle with their answer."""
    rows = Double({"data": {"rows": ROWS}}).run(lambda client: client.sql.query("select 1"))
    for again in (copy.copy(rows), pickle.loads(pickle.dumps(rows))):
        assert type(again) is SqlRows and again == rows and again.response.status == 200
    assert SqlRows().response is None
