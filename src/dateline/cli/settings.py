"""Configuration: flags > `DATELINE_*` > `./dateline.toml` > the user's folder > defaults, and where each value is from."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import ConfigurationError

FILE_NAME = "dateline.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One thing that can be configured: `parser.model` is `[parser] model = …` and `DATELINE_PARSER_MODEL`."""

    name: str
    default: str
    about: str
    choices: tuple[str, ...] = ()

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return "DATELINE_" + self.name.upper().replace(".", "_")

    def setting(self, value: object, origin: str) -> Setting:
        """The key set to a value; raises ConfigurationError for one that it cannot have."""
        if not isinstance(value, str):
            raise ConfigurationError(f'{origin} sets {self.name} to {value!r}; expected a string, in quotes: "…"')
        if self.choices and value not in self.choices:
            raise ConfigurationError(
                f"{origin} sets {self.name} to {value!r}; expected one of {', '.join(self.choices)}"
            )
        if self.default and not value.strip():
            raise ConfigurationError(f"{origin} sets {self.name} to nothing; take it out for {self.default!r}")
        return Setting(key=self, value=value, origin=origin)


KEYS = (
    Key(name="ledger", default="desk.ledger", about="the ledger of all commands without `--ledger`: a path or `postgresql://…`"),
    Key(name="parser.model", default="", about="spaCy package that parses; empty: the first that is installed"),
    Key(name="places", default="", about="folder of the countries added by `places add`; empty: the user's data folder"),
    Key(name="actors", default="", about="folder of the lists added by `actors import`; empty: the user's data folder"),
    Key(name="review.blind", default="false", about="whether `review` hides what others said of a claim before one has judged it: true, false", choices=("true", "false")),
    Key(name="read.fail_on", default="never", about="level of findings that makes `read` exit 1: info, warning, error", choices=("never", "info", "warning", "error")),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The value of a key and where it comes from."""

    key: Key
    value: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of all keys."""

    settings: tuple[Setting, ...]

    def __getitem__(self, name: str) -> str:
        return next(setting.value for setting in self.settings if setting.key.name == name)


def load_settings(*, environment: Mapping[str, str], folder: Path, home: Path) -> Settings:
    """The settings that hold in a folder; raises ConfigurationError for a file that is wrong, naming it.

    `home` is the user's configuration folder of Dateline (`$XDG_CONFIG_HOME/dateline`).
    """
    files = [(folder / FILE_NAME, f"./{FILE_NAME}"), (home / "config.toml", str(home / "config.toml"))]
    layers = [_environment(environment), *(_file(path, origin) for path, origin in files)]
    return Settings(settings=tuple(_setting(key, layers) for key in KEYS))


def _setting(key: Key, layers: list[dict[str, Setting]]) -> Setting:
    found = (layer[key.name] for layer in layers if key.name in layer)
    return next(found, Setting(key=key, value=key.default, origin="default"))


def _environment(environment: Mapping[str, str]) -> dict[str, Setting]:
    set_here = [key for key in KEYS if key.variable in environment]
    return {key.name: key.setting(environment[key.variable], key.variable) for key in set_here}


def _file(path: Path, origin: str) -> dict[str, Setting]:
    if not path.is_file():
        return {}
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"{origin} cannot be used: {error}") from error
    known = {key.name: key for key in KEYS}
    values = dict(_flat(table))
    for name in values:
        if name not in known:
            raise ConfigurationError(f"{origin} sets {name}, which is no key; known are {', '.join(known)}")
    return {name: known[name].setting(value, origin) for name, value in values.items()}


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value
