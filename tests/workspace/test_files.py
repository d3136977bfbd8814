"""Files and folders of records, uploads and downloads."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attio import Attio
from attio.testing import LocalWorkspace, Settings, storage
from attio.testing.loopback import is_loopback
from attio.testing.multipart import read_form
from attio.testing.replies import Refusal
from attio.testing.routes.files import MAX_BYTES
from tests.workspace.conftest import Api, own
from tests.workspace.every_operation import BOUNDARY, form

MISSING = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def ada(api):
    """The id of a person."""
    return own(api.create("people", name="Lovelace, Ada"))


def upload(api, record_id, content=b"hello", filename="hello.txt", **fields):
    body = form({"object": "people", "record_id": record_id, **fields}, content, filename)
    return send_form(api, body)


def send_form(api, body, content_type=f"multipart/form-data; boundary={BOUNDARY}"):
    headers = {"authorization": f"Bearer {api.workspace.token}", "content-type": content_type}
    return api.workspace.handle("POST", "/v2/files/upload", headers=headers, body=body)


def folder(api, record_id, name="Papers", **more):
    body = {"file_type": "folder", "object": "people", "record_id": record_id, "name": name, **more}
    return api.query("files", **body)


def fid(file):
    return file["id"]["file_id"]


def test_an_upload_keeps_the_bytes(api, ada):
    """201, with the name, type and size of what was sent."""
    content = b"\x00\xff\r\n--not-the-boundary\r\n"
    answer = upload(api, ada, content, 'C:\\pictures\\naïve "x".png'.replace('"', "%22"))
    assert answer.status == 201
    file = answer.json()["data"]
    assert file["name"] == 'naïve "x".png'
    assert (file["content_type"], file["content_size"]) == ("text/plain", len(content))
    assert (file["storage_provider"], file["parent_folder_id"]) == ("attio", None)
    assert api.get(f"files/{fid(file)}") == file


def test_a_client_downloads_what_it_uploaded(api, ada):
    """Through the redirect to the storage, where its token does not go."""
    with Attio(transport=api.workspace.transport()) as client:
        file = client.files.upload("people", ada, bytes(range(256)) * 300, name="all.bin")
        assert client.files.download(file.id) == bytes(range(256)) * 300
    stored = [call for call in api.workspace.calls if call.path.startswith("/storage/")]
    assert [call.status for call in stored] == [200]
    assert "authorization" not in stored[0].headers


def test_a_token_that_is_sent_to_the_storage_is_noticed(api, ada):
    """Storages refuse what is authorised twice."""
    file = upload(api, ada).json()["data"]
    location = api.send("GET", f"files/{fid(file)}/download").header("location")
    assert urlsplit(location).hostname == storage.HOST
    target = location.removeprefix(f"https://{storage.HOST}")
    assert api.workspace.handle("GET", target).body == b"hello"
    assert api.workspace.handle("GET", target, headers={"Authorization": "Bearer x"}).status == 400


def test_a_served_workspace_serves_its_storage_where_it_was_asked(api, ada):
    """On loopback the address is one that the same server answers."""
    file = upload(api, ada).json()["data"]
    headers = {"authorization": f"Bearer {api.workspace.token}", "host": "127.0.0.1:8787"}
    answer = api.workspace.handle("GET", f"/v2/files/{fid(file)}/download", headers=headers)
    location = answer.header("location")
    assert location.startswith(f"http://127.0.0.1:8787/storage/{fid(file)}?")
    assert (
        api.workspace.handle("GET", location.removeprefix("http://127.0.0.1:8787"), headers=headers).body
        == b"hello"
    )


def test_a_signed_address_is_good_for_one_file_for_a_while(api, ada):
    """Another file, a changed signature, a later time or another method is refused."""
    file = upload(api, ada).json()["data"]
    parts = urlsplit(api.send("GET", f"files/{fid(file)}/download").header("location"))
    query = dict(parse_qsl(parts.query))
    ask = api.workspace.handle
    assert ask("GET", parts.path, query=query).status == 200
    assert ask("HEAD", parts.path, query=query).body == b""
    assert ask("GET", storage.PREFIX + MISSING, query=query).status == 403
    assert ask("GET", parts.path, query={**query, "signature": "0" * 64}).status == 403
    assert ask("GET", parts.path, query={**query, "expires": str(int(query["expires"]) + 9)}).status == 403
    assert ask("GET", parts.path, query={**query, "expires": "soon"}).status == 403
    assert ask("GET", parts.path).status == 403
    assert ask("DELETE", parts.path, query=query).status == 405
    api.delete(f"files/{fid(file)}")
    assert ask("GET", parts.path, query=query).status == 404
    api.workspace.clock.advance(16 * 60)
    assert ask("GET", parts.path, query=query).status == 403


def test_folders_hold_files_and_folders(api, ada):
    """A folder tells whether anything is in it; deleting it deletes what is in it, at every level."""
    outer = folder(api, ada)
    assert api.get(f"files/{fid(outer)}")["has_children"] is False
    inner = folder(api, ada, "Inner", parent_folder_id=fid(outer))
    file = upload(api, ada, parent_folder_id=fid(inner)).json()["data"]
    assert file["parent_folder_id"] == fid(inner)
    assert api.get(f"files/{fid(outer)}")["has_children"] is True
    listing = f"files?object=people&record_id={ada}"
    assert len(api.get(listing)) == 3
    assert [fid(each) for each in api.get(f"{listing}&parent_folder_id={fid(outer)}")] == [fid(inner)]
    api.delete(f"files/{fid(outer)}")
    assert api.get(listing) == []
    api.refused("GET", f"files/{fid(file)}", status=404, code="not_found")


def test_files_of_other_storages_are_connected(api, ada):
    """They have no name here, a drive only in OneDrive, and nothing to download."""
    body = {
        "file_type": "connected-file",
        "object": "people",
        "record_id": ada,
        "storage_provider": "microsoft-onedrive",
        "external_provider_file_id": "1",
        "microsoft_drive_id": "d",
    }
    file = api.query("files", **body)
    assert "name" not in file and file["microsoft_drive_id"] == "d"
    api.refused("GET", f"files/{fid(file)}/download", status=400, code="validation_type")
    api.refused("POST", "files", {**body, "storage_provider": "box"}, status=400, code="validation_type")
    api.refused("POST", "files", {**body, "storage_provider": "attio"}, status=400, code="validation_type")
    listing = f"files?object=people&record_id={ada}&storage_provider="
    assert len(api.get(listing + "microsoft-onedrive")) == 1 and api.get(listing + "attio") == []
    api.refused("GET", listing + "floppy", status=400, code="validation_type")


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"name": ""}, 400),
        ({"name": None}, 400),
        ({"colour": "red"}, 400),
        ({"file_type": "file"}, 400),
        ({"object": "unicorns"}, 404),
        ({"record_id": MISSING}, 404),
        ({"parent_folder_id": MISSING}, 404),
    ],
)
def test_what_a_folder_cannot_be(api, ada, changes, status):
    """The body is closed, and its places must exist."""
    body = {"file_type": "folder", "object": "people", "record_id": ada, "name": "x", **changes}
    api.refused(
        "POST", "files", body, status=status, code="not_found" if status == 404 else "validation_type"
    )


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"object": "people"}, 400),
        ({"record_id": MISSING}, 400),
        ({"object": "people", "record_id": "x"}, 400),
        ({"object": "people", "record_id": MISSING}, 404),
        ({"object": "people", "record_id": "ADA", "parent_folder_id": "x"}, 400),
        ({"object": "people", "record_id": "ADA", "parent_folder_id": MISSING}, 404),
        ({"object": "people", "record_id": "ADA", "colour": "red"}, 400),
        ({"object": "unicorns", "record_id": "ADA"}, 404),
    ],
)
def test_what_an_upload_cannot_be(api, ada, fields, status):
    """Fields are checked like a body."""
    answer = send_form(api, form({key: value.replace("ADA", ada) for key, value in fields.items()}))
    assert answer.status == status


def test_a_form_must_be_one(api, ada):
    """No boundary, no end, no file, a second file: 400 with a reason."""
    good = form({"object": "people", "record_id": ada})
    no_file = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="object"\r\n\r\npeople\r\n--{BOUNDARY}--'.encode()
    twice = good.replace(f"--{BOUNDARY}--\r\n".encode(), good)
    for body, kind in (
        (b"", f"multipart/form-data; boundary={BOUNDARY}"),
        (good, "application/json"),
        (good, "multipart/form-data"),
        (good, "multipart/form-data; boundary=other"),
        (good[:-20], f"multipart/form-data; boundary={BOUNDARY}"),
        (no_file, f"multipart/form-data; boundary={BOUNDARY}"),
        (twice, f"multipart/form-data; boundary={BOUNDARY}"),
        (good.replace(b'name="object"', b'nom="object"'), f"multipart/form-data; boundary={BOUNDARY}"),
        (good.replace(b"\r\n\r\npeople", b"\r\npeople"), f"multipart/form-data; boundary={BOUNDARY}"),
        (good.replace(b"people", b"\xff\xfe"), f"multipart/form-data; boundary={BOUNDARY}"),
    ):
        answer = send_form(api, body, kind)
        assert (answer.status, answer.json()["code"]) == (400, "validation_type"), (kind, answer.body)


def test_more_than_50_mb_is_too_large(api, ada):
    """413, and nothing is kept."""
    answer = upload(api, ada, b"x" * (MAX_BYTES + 1))
    assert answer.status == 413
    assert api.get(f"files?object=people&record_id={ada}") == []


def test_plan_and_quota_refuse_uploads():
    """A plan without files is billing_error, a full storage quota_exceeded."""
    rules = Settings(max_storage_bytes=10)
    api = Api(LocalWorkspace(settings=rules))
    ada = own(api.create("people"))
    assert upload(api, ada, b"x" * 10).status == 201
    assert upload(api, ada, b"x").json()["code"] == "quota_exceeded"
    rules.plan_lacks = frozenset({"files"})
    assert upload(api, ada, b"").json()["code"] == "billing_error"


def test_a_list_of_files_needs_its_record(api, ada):
    """object and record_id are both required, and paged by cursor."""
    for query in ("", "object=people", f"record_id={ada}", "object=people&record_id=x"):
        api.refused("GET", f"files?{query}", status=400, code="validation_type")
    api.refused("GET", f"files?object=people&record_id={MISSING}", status=404, code="not_found")
    for number in range(5):
        folder(api, ada, str(number))
    answer = api.send("GET", f"files?object=people&record_id={ada}&limit=3").json()
    rest = api.send(
        "GET", f"files?object=people&record_id={ada}&cursor={answer['pagination']['next_cursor']}"
    ).json()
    assert [each["name"] for each in answer["data"] + rest["data"]] == list("01234")
    assert rest["pagination"]["next_cursor"] is None


@given(
    content=st.binary(max_size=200),
    name=st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=20),
)
@settings(max_examples=100, deadline=None)
def test_any_content_and_any_name_survive_a_form(content, name):
    """What httpx writes is what is read, byte by byte."""
    import httpx

    request = httpx.Request(
        "POST", "https://x.example", files={"file": (name, content, "a/b")}, data={"k": "v"}
    )
    parts = {part.name: part for part in read_form(request.headers["content-type"], request.read())}
    assert parts["file"].content == content
    assert parts["file"].content_type == "a/b"
    assert parts["k"].text() == "v"
    if "%" not in name and "\\" not in name and name == name.strip():
        assert parts["file"].filename == name


def test_parameters_of_a_part_are_read_with_and_without_quotes():
    """Browsers quote, some clients do not; escapes of quotes are undone."""
    body = (
        b'--b\r\nContent-Disposition: form-data; name=plain; filename="a\\"b;c.txt"\r\nX\r\n\r\nx\r\n'
        b'--b\r\ncontent-disposition: form-data ;name="q"; filename="open\r\n\r\n\r\n--b--'
    )
    first, second = read_form("multipart/form-data; boundary=b", body)
    assert (first.name, first.filename, first.content) == ("plain", 'a"b;c.txt', b"x")
    assert (second.name, second.filename) == ("q", "open")


@given(st.binary(max_size=80))
@settings(max_examples=150, deadline=None)
def test_no_form_makes_the_reader_fail_otherwise(body):
    """Whatever comes, it is read or refused."""
    try:
        read_form("multipart/form-data; boundary=b", b"--b\r\n" + body + b"\r\n--b--")
    except Refusal as refusal:
        assert refusal.status == 400


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("localhost", True),
        ("LOCALHOST:80", True),
        ("app.localhost:1", True),
        ("127.0.0.1:8787", True),
        ("127.9.9.9", True),
        ("[::1]:80", True),
        ("::1", True),
        ("", False),
        ("10.0.0.1", False),
        ("api.attio.com", False),
        ("localhost.evil.example", False),
        ("127.0.0.1.evil.example", False),
    ],
)
def test_this_machine_is_known_by_its_names(host, expected):
    """Nothing else passes for loopback."""
    assert is_loopback(host) is expected
