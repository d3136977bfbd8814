"""The page: what there is and what was asked, escaped, also as a browser sees it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attio import Attio
from attio.testing import LocalWorkspace, serve
from attio.testing.web import markup, site, views

EVIL = "<script>document.title='broken in'</script><img src=x onerror=\"document.title='broken in'\">'&amp;"


@pytest.fixture
def workspace() -> LocalWorkspace:
    """A workspace in which everything that can be named has a hostile name."""
    made = LocalWorkspace(random_seed="web")
    client = Attio(transport=made.transport())
    client.objects.create(api_slug="things", singular_noun=EVIL, plural_noun=EVIL)
    client.attributes.create(object="things", title=EVIL, type="text", api_slug="name")
    client.object("things").create({"name": EVIL})
    ada = client.people.create({"name": EVIL, "job_title": EVIL, "email_addresses": "ada@x.example"})
    client.lists.create(name=EVIL, api_slug="evil", parent_object="people")
    client.entries_in("evil").create(ada)
    made.request("GET", f"/v2/{quote(EVIL, safe='')}?{quote(EVIL)}={quote(EVIL)}")
    made.handle("POST", f"/v2/{EVIL}", {EVIL: EVIL}, {}, b"\xff\x00" + EVIL.encode())
    return made


def text(workspace: LocalWorkspace, path: str, query: str = "", status: int = 200) -> str:
    assert site.is_page("GET", path)
    answer = site.show(workspace, path, query)
    assert answer.status == status
    return answer.body.decode()


def pages(workspace: LocalWorkspace) -> list[str]:
    found = ["/"]
    for kind, homes in (("objects", workspace.state.objects), ("lists", workspace.state.lists)):
        for home in homes.values():
            found.append(f"/browse/{kind}/{home.slug}")
            found.extend(f"/browse/{kind}/{home.slug}/{row}" for row in home.rows)
    return found


def test_nothing_hostile_becomes_markup(workspace: LocalWorkspace) -> None:
    """Names, values, paths, queries and bodies are shown as they are and never run."""
    for path in pages(workspace):
        shown = text(workspace, path)
        assert "<script" not in shown
        assert "<img" not in shown
    assert "&lt;script&gt;" in text(workspace, "/")
    assert "<script" not in text(workspace, f"/browse/objects/{quote(EVIL)}", status=404)


def test_the_first_page_shows_objects_lists_and_requests(workspace: LocalWorkspace) -> None:
    """Every object and list leads to its rows; each request has its status, body and answer."""
    shown = text(workspace, "/")
    for slug in ("people", "companies", "deals", "things"):
        assert f'href="/browse/objects/{slug}"' in shown
    assert 'href="/browse/lists/evil"' in shown
    assert workspace.token in shown
    assert "create_record" in shown
    assert "no such route" in shown
    assert f"the last {len(workspace.calls)} of {len(workspace.calls)}" in shown
    assert shown.index("no such route") < shown.index("create_record")


def test_two_hundred_requests_are_shown(workspace: LocalWorkspace) -> None:
    """More are counted, and the newest are there."""
    for number in range(250):
        workspace.request("GET", f"/v2/objects/number-{number}")
    shown = text(workspace, "/")
    assert shown.count("<details>") == 200
    assert "number-249" in shown
    assert "number-49<" not in shown


def test_a_long_answer_is_cut(workspace: LocalWorkspace) -> None:
    """One huge answer does not make the page huge."""
    client = Attio(transport=workspace.transport())
    client.notes.create(
        parent_object="people", parent_record_id=next(iter(people(workspace))), content="x" * 60_000
    )
    shown = text(workspace, "/")
    assert "more characters" in shown
    assert len(shown) < 200_000


def people(workspace: LocalWorkspace) -> dict[str, object]:
    home = workspace.state.find_object("people")
    assert home is not None
    return dict(home.rows)


def test_rows_are_paged() -> None:
    """Fifty rows a page, with ways on and back, and no page beyond the last."""
    workspace = LocalWorkspace(random_seed="many")
    client = Attio(transport=workspace.transport())
    for number in range(120):
        client.companies.create({"name": f"Firm {number}"})
    first, second, last = (text(workspace, "/browse/objects/companies", f"page={n}") for n in range(3))
    assert "?page=1" in first
    assert "?page=-1" not in first
    assert "Firm 50" in second
    assert "?page=0" in second
    assert "?page=2" in second
    assert "Firm 119" in last
    assert "?page=3" not in last
    for odd in ("page=-1", "page=x", "page=%C2%B2", "page=99999999999999999999", "page="):
        assert "Firm 0" in text(workspace, "/browse/objects/companies", odd)


def test_values_are_shown_the_way_people_say_them() -> None:
    """Names, money, options, references with the name of what they lead to, long texts cut."""
    workspace = LocalWorkspace("demo")
    shown = "".join(text(workspace, path) for path in pages(workspace))
    for words in ("North Sea Ferries", "ines.haengen"[:4], "(companies)"[1:-1], "+4755512345"):
        assert words in shown
    client = Attio(transport=workspace.transport())
    long = client.companies.create({"name": "Long", "description": "y" * 500})
    assert "y" * 500 not in text(workspace, "/browse/objects/companies")
    assert "y" * 500 in text(workspace, f"/browse/objects/companies/{long.id}")
    assert f'href="/browse/objects/companies/{long.id}"' in text(workspace, "/browse/objects/companies")


def test_many_values_are_counted() -> None:
    """A company with a hundred people shows some of them."""
    workspace = LocalWorkspace(random_seed="team")
    client = Attio(transport=workspace.transport())
    home = client.companies.create({"name": "Big"})
    for number in range(14):
        client.people.create({"name": f"P{number}", "company": home})
    assert "and 4 more" in text(workspace, f"/browse/objects/companies/{home.id}")
    person = client.people.list(limit=1)[0]
    assert f'href="/browse/companies/{home.id}"'.replace("companies", "objects/companies") in text(
        workspace, f"/browse/objects/people/{person.id}"
    )
    client.companies.delete(home.id)
    assert site.show(workspace, f"/browse/objects/companies/{home.id}", "").status == 404


@pytest.mark.parametrize(
    "path",
    [
        "/browse/",
        "/browse/objects",
        "/browse/objects/nothing",
        "/browse/lists/people",
        "/browse/tasks/x",
        "/browse/objects/people/x",
    ],
)
def test_what_is_not_there_is_a_404(workspace: LocalWorkspace, path: str) -> None:
    """An address that leads nowhere says so, with a way back."""
    assert 'href="/"' in text(workspace, path, status=404)


def test_a_reference_to_nothing_is_a_text(workspace: LocalWorkspace) -> None:
    """What leads nowhere is no link."""
    assert views._reference(workspace, "people", "gone") == "people gone"
    assert views._reference(workspace, "nothing", "gone") == "nothing gone"


def test_looking_changes_nothing(workspace: LocalWorkspace) -> None:
    """The page is in no recording and moves no clock."""
    before = (len(workspace.calls), workspace.clock.read_us())  # type: ignore[attr-defined]
    for path in pages(workspace):
        text(workspace, path)
    assert (len(workspace.calls), workspace.clock.read_us()) == before  # type: ignore[attr-defined]


def test_the_page_may_load_and_run_nothing(workspace: LocalWorkspace) -> None:
    """Headers forbid scripts, frames and anything from elsewhere; there is no icon."""
    answer = site.show(workspace, "/", "")
    assert "default-src 'none'" in (answer.header("content-security-policy") or "")
    assert answer.header("x-content-type-options") == "nosniff"
    assert site.show(workspace, "/favicon.ico", "").status == 204


@pytest.mark.parametrize(
    ("method", "path", "is_page"),
    [
        ("GET", "/", True),
        ("HEAD", "/browse/x", True),
        ("POST", "/", False),
        ("GET", "/v2/self", False),
        ("GET", "", False),
    ],
)
def test_which_requests_are_for_the_page(method: str, path: str, is_page: bool) -> None:
    """The API keeps every other address."""
    assert site.is_page(method, path) is is_page


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_text_never_becomes_markup(body: str, attribute: str) -> None:
    """Whatever a text holds, it stays a text."""
    made = markup.tag("p", body, title=attribute)
    inner = made.removeprefix('<p title="').removesuffix("</p>")
    assert inner.count('">') == 1
    assert "<" not in inner.replace('">', "")


# In a browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def browse(url: str, profile: Path, *arguments: str) -> str:
    command = [
        str(CHROMIUM),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        f"--user-data-dir={profile}",
        "--window-size=1200,1000",
        *arguments,
        url,
    ]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (Debian: apt-get install chromium)")
def test_a_browser_shows_it_and_runs_nothing(workspace: LocalWorkspace, tmp_path: Path) -> None:
    """Headless Chromium sees the tables, its title is ours after scripts had their chance, and it paints a picture."""
    with serve(workspace=workspace) as server:
        dom = browse(f"{server.url}/", tmp_path / "profile", "--dump-dom", "--virtual-time-budget=2000")
        picture = tmp_path / "page.png"
        browse(f"{server.url}/browse/objects/people", tmp_path / "profile", f"--screenshot={picture}")
    assert "<title>Local Workspace: local workspace</title>" in dom
    assert "broken in</title>" not in dom
    assert '<a href="/browse/objects/people">people</a>' in dom
    assert dom.count("<details>") >= 8
    content = picture.read_bytes()
    assert content.startswith(b"\x89PNG")
    assert len(content) > 10_000
    assert views.PREFIX in dom
