"""The settings: each a name, a default and a sentence. Only `auktor` reads them; the rooms below are handed values.

A command's option wins over the environment variable `AUKTOR_<NAME>`, which wins over the file `auktor.toml` in the
folder the program is started in (or the file `AUKTOR_TOML` names), where the name stands in lower case, unprefixed.
"""

from auktor.settings.declared import Settings
from auktor.settings.kinds import Cache, Mode
from auktor.settings.reading import read_settings, unknown_variables
from auktor.settings.sources import BadSetting

__all__ = ["BadSetting", "Cache", "Mode", "Settings", "read_settings", "unknown_variables"]
