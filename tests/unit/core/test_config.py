from __future__ import annotations

import copy
import logging
import pickle
import ssl
import tomllib
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attio.core.config import VERSION, Config, load_config
from attio.core.errors import ConfigurationError
from attio.core.hooks import NO_HOOKS, Hooks
from attio.core.limits import InProcessLimiter
from attio.core.redact import Secret
from attio.core.seam import set_transport_provider

KEY = "k" * 64


def load(**given: Any) -> Config:
    return load_config(**{"environment": {}, "api_key": KEY, **given})


def test_defaults() -> None:
    """A configuration with only a key has the documented defaults."""
    config = load()
    assert config.base_url == "https://api.attio.com"
    assert (config.timeout_s, config.deadline_s, config.max_retries, config.retry_delay_s) == (
        30.0,
        None,
        3,
        1.0,
    )
    assert (config.numbers, config.schema, config.api_version) == ("float", "auto", "v2")
    assert config.hooks is NO_HOOKS
    assert (config.logger, config.proxy, config.verify, config.rate_limiter) == (None, None, True, None)


def test_constructor_beats_environment_beats_default() -> None:
    """What is given wins over the environment, which wins over the default; ATTIO_API_KEY over ATTIO_ACCESS_TOKEN."""
    environment = {
        "ATTIO_API_KEY": "from-key",
        "ATTIO_ACCESS_TOKEN": "from-token",
        "ATTIO_BASE_URL": "https://eu.example",
        "ATTIO_CLIENT_ID": "id",
        "ATTIO_CLIENT_SECRET": "hush",
        "ATTIO_REDIRECT_URI": "https://me.example/cb",
    }
    config = load_config(environment=environment)
    assert config.api_key == Secret("from-key")
    assert config.base_url == "https://eu.example"
    assert (config.client_id, config.client_secret, config.redirect_uri) == (
        "id",
        Secret("hush"),
        "https://me.example/cb",
    )
    given = load_config(environment=environment, api_key="given", base_url="https://us.example")
    assert (given.api_key, given.base_url) == (Secret("given"), "https://us.example")
    del environment["ATTIO_API_KEY"]
    assert load_config(environment=environment).api_key == Secret("from-token")


def test_the_process_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an environment of its own, load_config reads the process's, and an empty variable is none."""
    monkeypatch.setenv("ATTIO_API_KEY", "")
    monkeypatch.setenv("ATTIO_ACCESS_TOKEN", "tok")
    assert load_config().api_key == Secret("tok")


def test_no_key_says_what_to_do() -> None:
    """Without a key the error names the arguments and the variables."""
    with pytest.raises(ConfigurationError, match=r"api_key=.*ATTIO_API_KEY.*ATTIO_ACCESS_TOKEN"):
        load_config(environment={})
    assert load_config(environment={}, require_key=False, client_id="x").api_key is None


def test_the_two_names_of_the_key() -> None:
    """api_key and access_token are the same: either, or both alike, but not two different ones."""
    assert load_config(environment={}, access_token=KEY).api_key == Secret(KEY)
    assert load(access_token=KEY).api_key == Secret(KEY)
    with pytest.raises(ConfigurationError, match="same setting") as caught:
        load(access_token="other")
    assert "other" not in str(caught.value)
    assert KEY not in str(caught.value)


def test_a_transport_can_bring_its_key() -> None:
    """A workspace on this machine needs no key; one that is given still wins, and beats the environment's."""

    class Local:
        attio_api_key = "local"

    assert load_config(transport=Local(), environment={"ATTIO_API_KEY": "real"}).api_key == Secret("local")
    assert load_config(transport=Local(), environment={}, api_key="given").api_key == Secret("given")


def test_an_installed_provider_can_bring_its_key() -> None:
    """Inside a mock that brings a key, a client can be made without one."""

    class Provider:
        attio_api_key = "mocked"

        def __call__(self) -> None:
            return None

    before = set_transport_provider(Provider())
    try:
        assert load_config(environment={}).api_key == Secret("mocked")
    finally:
        set_transport_provider(before)


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("api_key", "", "is empty"),
        ("api_key", "abc\n", "line break"),
        ("api_key", "abc\r\nX-Evil: 1", "line break"),
        ("api_key", "a b", "space"),
        ("api_key", "tökén", "no token has"),
        ("api_key", 5, "must be a str"),
        ("api_key", "Bearer abc", "begins with 'Bearer'"),
        ("access_token", "x\n", "line break"),
        ("base_url", "http://api.attio.com", "unencrypted"),
        ("base_url", "http://127.0.0.1.evil.example", "unencrypted"),
        ("base_url", "http://localhost.evil.example", "unencrypted"),
        ("base_url", "ftp://api.attio.com", "not an address"),
        ("base_url", "api.attio.com", "not an address"),
        ("base_url", "https://user:pw@api.attio.com", "not an address"),
        ("base_url", "https://api.attio.com?x=1", "not an address"),
        ("base_url", "https://api.attio.com\n", "not an address"),
        ("base_url", "https://", "not an address"),
        ("base_url", "https://api.attio.com/v2", "leave it out"),
        ("base_url", "https://api.attio.com/../x", "dotted step"),
        ("base_url", "https://api.attio.com//x", "empty or dotted"),
        ("base_url", 5, "must be a str"),
        ("timeout_s", 0, "over 0"),
        ("timeout_s", -1, "over 0"),
        ("timeout_s", "30", "number of seconds"),
        ("timeout_s", True, "number of seconds"),
        ("timeout_s", float("nan"), "finite"),
        ("timeout_s", float("inf"), "finite"),
        ("deadline_s", 0, "over 0"),
        ("max_retries", -1, "0 to 20"),
        ("max_retries", 21, "0 to 20"),
        ("max_retries", 1.0, "0 to 20"),
        ("max_retries", True, "0 to 20"),
        ("retry_delay_s", -0.1, "0 or more"),
        ("numbers", "int", "'float', 'decimal'"),
        ("schema", "on", "'auto', 'off'"),
        ("api_version", "v3", "'v2'"),
        ("logger", object(), "logging.Logger"),
        ("proxy", "localhost:8080", "address of a proxy"),
        ("proxy", 5, "address of a proxy"),
        ("proxy", "http://[bad", "address of a proxy"),
        ("verify", "/nowhere/ca.pem", "certificates"),
        ("verify", 5, "must be a bool"),
        ("connection_limits", 0, "number of connections"),
        ("connection_limits", True, "number of connections"),
        ("rate_limiter", object(), "reserve"),
        ("rate_limiter", "on", "'off'"),
        ("hooks", object(), "attio.Hooks"),
        ("hooks", [object()], "attio.Hooks"),
        ("hooks", Hooks(on_wait=5), "no function"),  # type: ignore[arg-type]
        ("refresh", "x", "must be a function"),
        ("client_id", "", "text on one line"),
        ("client_id", "a\nb", "text on one line"),
        ("client_secret", 5, "text on one line"),
        ("redirect_uri", "https://x\n", "text on one line"),
    ],
)
def test_wrong_settings_are_named(setting: str, value: Any, said: str) -> None:
    """A wrong value is a ConfigurationError that names the setting and the rule."""
    with pytest.raises(ConfigurationError, match=said) as caught:
        load_config(
            environment={},
            **{"api_key": KEY, setting: value} if setting != "access_token" else {setting: value},
        )
    assert str(caught.value).startswith(f"{setting}: ")


def test_a_variable_is_named_when_its_value_is_wrong() -> None:
    """A wrong value in the environment is blamed on its variable, and shows no key."""
    with pytest.raises(ConfigurationError, match="ATTIO_API_KEY: holds a space") as caught:
        load_config(environment={"ATTIO_API_KEY": "secretkey\n"})
    assert "secretkey" not in str(caught.value)
    with pytest.raises(ConfigurationError, match="ATTIO_BASE_URL"):
        load_config(environment={"ATTIO_BASE_URL": "http://x.example", "ATTIO_API_KEY": KEY})


@pytest.mark.parametrize(
    ("name", "meant"),
    [("token", "api_key"), ("timeout", "timeout_s"), ("max_retry", "max_retries"), ("zzz", None)],
)
def test_unknown_settings_are_refused_with_a_near_match(name: str, meant: str | None) -> None:
    """A setting that does not exist is refused, and the one that was meant is offered."""
    with pytest.raises(ConfigurationError, match="there is no such setting") as caught:
        load(**{name: None})
    assert (f"did you mean '{meant}'?" in str(caught.value)) == (meant is not None)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://api.attio.com/", "https://api.attio.com"),
        ("HTTPS://API.Attio.com", "https://api.attio.com"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("http://127.0.0.1:1", "http://127.0.0.1:1"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("http://attio.localhost", "http://attio.localhost"),
        ("https://gateway.example/attio/", "https://gateway.example/attio"),
    ],
)
def test_addresses_that_are_taken(given: str, kept: str) -> None:
    """https anywhere, http on this machine; the last slash goes."""
    assert load(base_url=given).base_url == kept


@given(st.text(max_size=30))
def test_no_base_url_sends_a_token_in_the_clear(text: str) -> None:
    """Whatever is given, what is taken is https, or http to this machine."""
    try:
        taken = load(base_url=f"http://{text}").base_url
    except ConfigurationError:
        return
    host = httpx.URL(taken).host
    assert host in {"localhost", "::1"} or host.startswith("127.") or host.endswith(".localhost")


@given(st.text(max_size=20))
def test_no_key_ends_its_header(text: str) -> None:
    """A key that is taken holds nothing but visible ASCII."""
    try:
        key = load(api_key=text).api_key
    except ConfigurationError:
        return
    assert key is not None
    assert all("!" <= sign <= "~" for sign in key.reveal())


def test_a_configuration_is_frozen_and_shows_no_secret() -> None:
    """Settings cannot be changed in place, and neither repr nor pickle gives the key away."""
    config = load(client_secret="hush-hush", proxy="http://user:pw@localhost:1")
    with pytest.raises(AttributeError):
        config.timeout_s = 5.0  # type: ignore[misc]
    for text in (repr(config), str(config)):
        assert KEY not in text
        assert "hush" not in text
        assert "pw" not in text
    with pytest.raises(TypeError):
        pickle.dumps(config)
    assert copy.deepcopy(config).api_key == config.api_key


def test_replace_checks_as_the_constructor_does() -> None:
    """A changed copy is checked, takes the alias, and leaves the original alone."""
    config = load(deadline_s=5)
    changed = config.replace(timeout_s=60, access_token="other", deadline_s=None)
    assert (changed.timeout_s, changed.api_key, changed.deadline_s) == (60.0, Secret("other"), None)
    assert (config.timeout_s, config.deadline_s) == (30.0, 5.0)
    assert (
        changed.replace(timeout_s=None, hooks=None).timeout_s,
        config.replace(max_retries=1).deadline_s,
    ) == (60.0, 5.0)
    with pytest.raises(ConfigurationError, match="max_retries"):
        config.replace(max_retries=-1)
    with pytest.raises(ConfigurationError, match="did you mean 'timeout_s'"):
        config.replace(timeout=1)


def test_settings_with_several_forms(tmp_path: Path) -> None:
    """Limits may be a number, certificates a path, hooks a list, the limiter off."""
    limits = load(connection_limits=7).connection_limits
    assert (limits.max_connections, limits.max_keepalive_connections) == (7, 7)
    own = httpx.Limits(max_connections=3)
    assert load(connection_limits=own).connection_limits is own
    assert load(verify=False).verify is False
    context = ssl.create_default_context()
    assert load(verify=context).verify is context
    assert isinstance(load(verify=str(tmp_path)).verify, ssl.SSLContext)
    seen: list[Any] = []
    hooks = load(hooks=[Hooks(on_wait=seen.append), Hooks()]).hooks
    assert hooks.on_wait == seen.append
    assert load(rate_limiter="off").rate_limiter == "off"
    limiter = InProcessLimiter()
    assert load(rate_limiter=limiter).rate_limiter is limiter
    assert load(api_key=Secret(KEY), proxy=Secret("http://x:1")).proxy == Secret("http://x:1")
    assert load(client_secret=Secret("x")).client_secret == Secret("x")


def test_async_hooks_are_refused() -> None:
    """A coroutine function as a hook would never run, so it is refused."""

    async def hook(event: Any) -> None: ...

    with pytest.raises(ConfigurationError, match="coroutine"):
        load(hooks=Hooks(on_request=hook))


def test_the_typed_options_are_the_settings() -> None:
    """ChangedOptions, which type checkers see, names every setting there is."""
    from attio.core.client_options import ChangedOptions
    from attio.core.config import CHECKS

    assert set(ChangedOptions.__annotations__) == set(CHECKS)
    assert set(CHECKS) - {"access_token"} == set(Config.__struct_fields__)


def test_the_version_is_the_distribution_s() -> None:
    """The User-Agent says the version that pyproject.toml says."""
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text())
    assert project["project"]["version"] == VERSION


def test_another_key_is_not_renewed_with_the_first_one_s_function() -> None:
    """A changed key leaves refresh behind, unless a new one comes along."""
    config = load(refresh=lambda: "new")
    assert config.replace(timeout_s=1).refresh is config.refresh
    assert config.replace(api_key=KEY).refresh is config.refresh
    assert config.replace(api_key="other").refresh is None
    assert config.replace(api_key="other", refresh=print).refresh is print


def test_right_settings_are_taken() -> None:
    """Every setting takes what its documentation says, also at its edges."""
    logger = logging.getLogger("mine")
    config = load(
        timeout_s=1,
        deadline_s=0.5,
        max_retries=0,
        retry_delay_s=0,
        numbers="decimal",
        schema="off",
        api_version="v2",
        logger=logger,
        proxy="socks5h://user:pw@[::1]:1080",
        redirect_uri="https://x/cb",
    )
    assert (config.timeout_s, config.deadline_s, config.max_retries, config.retry_delay_s) == (
        1.0,
        0.5,
        0,
        0.0,
    )
    assert (config.numbers, config.schema, config.logger) == ("decimal", "off", logger)
    assert config.replace(max_retries=20).max_retries == 20
