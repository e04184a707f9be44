"""The reference page of the settings."""

from pydantic_core import PydanticUndefined

from auktor.settings.declared import Settings
from auktor.settings.sources import variable

_PAGE = """# Settings

Written by `make generate` from `auktor/settings/declared.py`.

Each is an environment variable, or a line of `auktor.toml` in the folder the program is started in, in lower case and
without the prefix (`port = 8080`); `AUKTOR_TOML` names another file. An option of a command wins over the environment,
and the environment over the file.

| setting | default | what it decides |
|---|---|---|"""


def settings_reference() -> str:
    """The reference page of the settings, in Markdown."""
    rows = [
        f"| `{variable(name)}` | {_default(name)} | {field.description} |"
        for name, field in Settings.model_fields.items()
    ]
    return "\n".join([_PAGE, *rows, ""])


def _default(name: str) -> str:
    default: object = Settings.model_fields[name].default
    return "none" if default in (None, (), PydanticUndefined) else f"`{default}`"
