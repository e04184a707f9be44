"""Where the desk's pages stand in each language."""

from collections.abc import Mapping
from types import MappingProxyType

from auktor.core.wording import Wording
from auktor.site.addresses import PLACES

DESK: Mapping[str, Wording] = MappingProxyType(
    {
        "desk": Wording("/desk", "/en/desk"),
        "sign_in": Wording("/desk/logga-in", "/en/desk/sign-in"),
        "sign_out": Wording("/desk/logga-ut", "/en/desk/sign-out"),
        "desk_applications": Wording("/desk/ansokningar", "/en/desk/applications"),
        "desk_preparations": Wording("/desk/beredningar", "/en/desk/preparations"),
        "desk_supplier_agreements": Wording("/desk/leverantorsavtal", "/en/desk/supplier-agreements"),
        "desk_actor_agreements": Wording("/desk/aktorsavtal", "/en/desk/actor-agreements"),
        "desk_exemptions": Wording("/desk/undantag", "/en/desk/exemptions"),
        "desk_regulations": Wording("/desk/foreskrifter", "/en/desk/regulations"),
        "desk_application": Wording("/desk/ansokan/{key}", "/en/desk/application/{key}"),
        "desk_preparation": Wording("/desk/beredning/{key}", "/en/desk/preparation/{key}"),
        "desk_deeds": Wording("/desk/gor", "/en/desk/do"),
        "desk_deed": Wording("/desk/gor/{key}", "/en/desk/do/{key}"),
        "desk_done": Wording("/desk/gjort", "/en/desk/done"),
        "desk_publish": Wording("/desk/publicera", "/en/desk/publish"),
    }
)
RETURNED = "/desk/tillbaka"
"""Where the OpenID provider sends the browser back; registered with it, so one address for both languages."""

EVERYWHERE: Mapping[str, Wording] = MappingProxyType({**PLACES, **DESK})
