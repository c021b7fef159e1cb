"""`dateline config`: which settings hold, and where they come from."""

from __future__ import annotations

import os
from pathlib import Path

import click
import platformdirs

from dateline.cli.settings import Settings, load_settings
from dateline.errors import ConfigurationError
from dateline.reference.actor_folder import default_actor_folder
from dateline.reference.geonames_import import default_folder


def settings_here() -> Settings:
    """The settings of this folder, user and environment; raises ConfigurationError."""
    home = os.environ.get("XDG_CONFIG_HOME")
    folder = Path(home) / "dateline" if home else platformdirs.user_config_path("dateline")
    return load_settings(environment=os.environ, folder=Path.cwd(), home=folder)


def places_folder() -> Path:
    """The folder of the countries that were added; raises ConfigurationError."""
    return _folder("places") or default_folder()


def actors_folder() -> Path:
    """The folder of the lists of actors that were imported; raises ConfigurationError."""
    return _folder("actors") or default_actor_folder()


def _folder(key: str) -> Path | None:
    """The folder that a key names; there may be none yet, since adding to it makes it."""
    named = settings_here()[key]
    folder = Path(named).expanduser() if named else None
    if folder is not None and folder.exists() and not folder.is_dir():
        raise ConfigurationError(f"the key {key} names {folder}, which is a file; expected a folder")
    return folder


@click.group()
def config() -> None:
    """Show the configuration."""


@config.command()
@click.option("--origin", is_flag=True, help="Say where each value comes from.")
def show(*, origin: bool) -> None:
    """Print every key with its value."""
    for setting in settings_here().settings:
        value = setting.value or '""'
        click.echo(f"{setting.key.name} = {value}" + (f"  ({setting.origin})" if origin else ""))
