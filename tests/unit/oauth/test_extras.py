"""Optional packages: named when they are missing, and not imported before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from attio.core.errors import (
    MissingExtraError,
)
from attio.oauth.stores import (
    FileTokenStore,
    KeyringTokenStore,
    MemoryTokenStore,
    RedisTokenStore,
    SQLTokenStore,
    generate_key,
)

from .conftest import TOKEN


@pytest.mark.parametrize(
    ("module", "extra", "make"),
    [
        ("cryptography", "encryption", lambda place: FileTokenStore(place / "t", "x")),
        ("cryptography", "encryption", lambda _: generate_key()),
        ("keyring", "keyring", lambda _: KeyringTokenStore()),
        ("redis", "redis", lambda _: RedisTokenStore("redis://localhost", generate_key())),
        ("sqlalchemy", "sql", lambda _: SQLTokenStore("sqlite://", generate_key())),
    ],
)
def test_a_missing_package_names_its_extra(
    module: str, extra: str, make: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each place wants one extra, which is named when it is missing."""
    key = generate_key()
    monkeypatch.setattr("attio.oauth.stores.encryption.generate_key", lambda: key)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=rf"attio-client\[{extra}\]"):
        make(tmp_path)
    MemoryTokenStore().put("a", TOKEN)


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    """attio.oauth and its stores bring in no optional package."""
    code = (
        "import sys, attio; s = attio.oauth.stores; s.MemoryTokenStore; s.FileTokenStore; s.RedisTokenStore;"
        "s.SQLTokenStore; s.KeyringTokenStore; attio.OAuth; attio.oauth.login_local;"
        "print(set(sys.modules) & {'cryptography', 'keyring', 'redis', 'sqlalchemy', 'http.server', 'webbrowser'})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_packages_name_what_they_have() -> None:
    """dir and unknown names work as for any package."""
    import attio.oauth
    from attio.oauth import stores

    for package in (attio.oauth, stores):
        assert set(package.__all__) <= set(dir(package))
        for name in package.__all__:
            assert getattr(package, name).__name__ == name
        with pytest.raises(AttributeError, match="has no 'nonsense'; it has"):
            package.nonsense  # noqa: B018
    assert "stores" in dir(attio.oauth)
