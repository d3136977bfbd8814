"""`attio.test_mode`, and what else may be assigned to the package."""

from __future__ import annotations

import importlib
import subprocess
import sys
import types

import pytest

import attio
from attio.core.seam import provider
from attio.testing import UnmatchedRequestError, mock, mock_response, stub


@pytest.fixture(autouse=True)
def _off():
    yield
    attio.test_mode = False


def test_test_mode_answers_what_was_mocked() -> None:
    """The seed's own example: a mocked answer of a create, read through the model."""
    attio.test_mode = True
    mock_response(
        method="post",
        path="/v2/objects/people/records",
        response={"id": "rec_123", "values": {"name": [{"value": "Test Person"}]}},
    )
    person = attio.Record.create(object="people", values={"name": [{"value": "Test Person"}]})
    assert person.id == "rec_123"
    assert person["name"] == "Test Person"


def test_nothing_reaches_a_network_in_test_mode() -> None:
    """What nobody mocked fails, and after switching off nothing is left of it."""
    attio.test_mode = True
    assert attio.test_mode is True
    with pytest.raises(UnmatchedRequestError):
        attio.Note.list()
    attio.test_mode = False
    assert attio.test_mode is False
    assert provider() is None
    with pytest.raises(attio.ConfigurationError):
        stub("GET", "/v2/notes")


def test_switching_on_twice_keeps_stubs_and_off_and_on_forgets_them() -> None:
    """The mode is a switch, not a stack."""
    attio.test_mode = True
    stub("GET", "/v2/notes", [])
    attio.test_mode = True
    assert len(attio.Note.list()) == 0
    attio.test_mode = False
    attio.test_mode = False
    attio.test_mode = True
    with pytest.raises(UnmatchedRequestError, match="there are no stubs"):
        attio.Note.list()


def test_a_mock_inside_test_mode_answers_first() -> None:
    """The mode is the outermost mock; it may also be switched off while another is open."""
    attio.test_mode = True
    with mock() as mocked:
        mocked.stub("GET", "/v2/notes", [])
        attio.Note.list()
        attio.test_mode = False
        attio.Note.list()
        assert len(mocked.calls) == 2
    assert provider() is None


@pytest.mark.parametrize("value", [1, 0, None, "yes", "True"])
def test_only_booleans_are_assigned(value: object) -> None:
    """A string such as "false" from the environment is refused, not taken for True."""
    with pytest.raises(attio.ArgumentTypeError, match=r"attio\.test_mode: must be True or False"):
        attio.test_mode = value  # type: ignore[assignment]
    assert attio.test_mode is False


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("testmode", r"did you mean attio\.test_mode"),
        ("api_key", r"attio\.configure\(api_key="),
        ("acces_token", r"attio\.configure\(access_token="),
        ("whatever", r"attio\.configure\(\.\.\.\)"),
    ],
)
def test_an_unknown_name_is_not_assigned(name: str, words: str) -> None:
    """A setting that nothing would read is refused, with the place where settings go."""
    with pytest.raises(AttributeError, match=words):
        setattr(attio, name, "x")
    assert name not in vars(attio)


def test_known_names_can_be_replaced_in_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Public names, private ones and submodules are assigned as in any module."""
    monkeypatch.setattr(attio, "Attio", "replaced")
    assert attio.Attio == "replaced"
    monkeypatch.undo()
    assert isinstance(attio.Attio, type)
    attio._private = 1  # type: ignore[attr-defined]
    del attio._private  # type: ignore[attr-defined]
    monkeypatch.setattr(attio, "module_level", importlib.import_module("attio.module_level"))
    with pytest.raises(AttributeError):
        attio.json = types.ModuleType("json")  # type: ignore[attr-defined]


def test_the_switch_costs_no_import() -> None:
    """Reading and switching off load nothing; the test kit comes with switching on."""
    code = (
        "import sys, attio; attio.test_mode; attio.test_mode = False; print('attio.testing' in sys.modules, "
        "'httpx' in sys.modules, 'test_mode' in dir(attio)); attio.test_mode = True; print('httpx' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "True", "True"]
