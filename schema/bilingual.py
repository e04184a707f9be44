"""The Swedish term in every description that speaks of something the law has a word for.

A description that names a thing of the law without its Swedish term is given it, in parentheses after the English
word: "How to order suppliers (leverantör)." Facts, words and nouns bring their term themselves.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from graphql import GraphQLSchema
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.utils.str_converters import to_camel_case

from auktor.core.deeds.table import DEEDS
from db.facts import NOUNS

_DEFINITION = GraphQLCoreConverter.DEFINITION_BACKREF
# What the law, its regulations or an authority's practice has a word for, and no noun of the register is called.
_WORDS = {
    "agreement": "avtal",
    "agreements": "avtal",
    "agreement status": "avtalets läge",
    "actor": "aktör",
    "actors": "aktörer",
    "application status": "ansökans läge",
    "assurance level": "tillitsnivå",
    "level of assurance": "tillitsnivå",
    "audit entries": "loggposter",
    "audit entry": "loggpost",
    "audit log": "logg",
    "category": "kategori",
    "court": "domstol",
    "compensation rules": "ersättningsregler",
    "correction": "rättelse",
    "decided": "beslutad",
    "decides": "beslutar",
    "decision kind": "beslutets slag",
    "deed": "åtgärd",
    "deeds": "åtgärder",
    "designation": "beteckning",
    "edition": "utgåva",
    "editions": "utgåvor",
    "eidas level": "nivå enligt eIDAS",
    "eidas notification": "anmälan enligt eIDAS",
    "end ground": "grund för upphörande",
    "exempt": "undantagen",
    "emergency": "nödläge",
    "fact": "uppgift",
    "facts": "uppgifter",
    "fee": "avgift",
    "fees": "avgifter",
    "fee calculation": "avgiftens beräkning",
    "fee dimension": "avgiftens dimension",
    "fee item": "avgiftsslag",
    "fee unit": "avgiftens enhet",
    "finding severity": "bristens allvar",
    "identifications": "identifieringar",
    "invoice": "faktura",
    "item": "avgiftsslag",
    "items": "avgiftsslag",
    "kronor": "svenska kronor",
    "law": "lag",
    "legacy scheme code": "tidigare regim",
    "legal form": "juridisk form",
    "messages": "meddelanden",
    "monthly volume": "månadsvolym",
    "monthly volumes": "månadsvolymer",
    "official": "officiell",
    "obligation": "skyldighet",
    "obligation status": "skyldighetens läge",
    "obliged": "skyldig",
    "older schemes": "tidigare regimer",
    "organisation": "organisation",
    "organisation number": "organisationsnummer",
    "paragraph": "paragraf",
    "preparation": "beredning",
    "preparations": "beredningar",
    "prepared": "beredd",
    "price": "pris",
    "provision": "bestämmelse",
    "provenance kind": "uppgiftens ursprung",
    "public actor category": "slag av offentlig aktör",
    "recorded": "införd",
    "refusal": "avslag",
    "refusals": "avslag",
    "rectification outcome": "utfall av rättelse",
    "register": "register",
    "regulation effect kind": "slag av ändring",
    "regulation kind": "slag av föreskrift",
    "regulation series": "författningssamling",
    "regulation status": "föreskriftens läge",
    "regulation subject": "föreskriftens ämne",
    "rejection ground": "avslagsgrund",
    "requirements kind": "slag av krav",
    "requirements status": "kravens läge",
    "review outcome": "utfall av uppföljning",
    "revision": "registerversion",
    "role": "roll",
    "rule": "regel",
    "section": "paragraf",
    "service kind": "slag av tjänst",
    "service status": "tjänstens läge",
    "signatures": "underskrifter",
    "source": "källa",
    "statute": "författning",
    "succession kind": "slag av efterföljd",
    "supplier status": "leverantörens läge",
    "sure": "säker",
    "system": "auktorisationssystem",
    "system code": "auktorisationssystem",
    "system status": "systemets läge",
    "target group": "målgrupp",
    "token": "behörighetsbevis",
    "value added tax": "mervärdesskatt",
    "vat treatment": "mervärdesskatt",
    "volume status": "volymens läge",
    "volumes": "volymer",
}
# The deeds that change no fact of the register, and so stand in no table of deeds.
_DEEDS_BESIDE = {"publishEdition": "publicera utgåva", "preparePublication": "bereda publicering"}
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OF_A_TYPE = re.compile(r"(?:Conditions on a|The) (?P<name>[A-Z][A-Za-z]+)\b")
_OF_A_DEED = re.compile(r"What is asked of `(?P<name>\w+)`")
_ADDED = re.compile(r" \((?:[^()]|\([^()]*\))*\)")


def tell_terms(schema: GraphQLSchema) -> None:
    """Give every description of the schema its Swedish term, where it has none and the law has a word.

    What strawberry holds of it is given the same: most descriptions stand in many places, and each is held once.
    """
    told = lru_cache(None)(with_term)
    for described in _described(schema):
        for each in (described, described.extensions.get(_DEFINITION)):
            if each is not None and each.description is not None:
                each.description = told(each.description)


def with_term(description: str) -> str:
    """A description with its Swedish term; as it is where it has one already, or names nothing of the law."""
    if "(" in description:
        return description
    place, term = _term(description)
    return f"{description[:place]} ({term}){description[place:]}" if term else description


def without_term(description: str) -> str:
    """The description as it was written, of one that `with_term` gave its term."""
    found = _ADDED.search(description)
    if found is None:
        return description
    written = description[: found.start()] + description[found.end() :]
    return written if with_term(written) == description else description


def _term(description: str) -> tuple[int, str]:
    """Where the term goes, and the term; an empty one where there is none."""
    for form, words in ((_OF_A_TYPE, _of_type), (_OF_A_DEED, _of_deed)):
        if (named := form.match(description)) and (term := words(named["name"])):
            return named.end(), term
    found = _pattern().search(description)
    return (found.end(), _terms()[found[0].lower()]) if found else (0, "")


def _of_type(name: str) -> str:
    return _terms().get(_HUMP.sub(" ", name).lower(), "")


def _of_deed(name: str) -> str:
    """What a deed does, as its mutation says in Swedish."""
    deeds = {to_camel_case(way): deed for deed in DEEDS.values() for way in (deed.name, deed.prepared_as) if way}
    found = re.search(r"\(((?:[^()]|\([^()]*\))+)\)", deeds[name].description) if name in deeds else None
    return found[1] if found else _DEEDS_BESIDE.get(name, "")


@lru_cache(1)
def _terms() -> Mapping[str, str]:
    """Swedish terms by the English words, in lower case."""
    singular = {each.noun.en.lower(): each.noun.sv for each in NOUNS.values()}
    plural = {each.noun.plural.replace("_", " "): each.noun.sv for each in NOUNS.values()}
    return {**_WORDS, **singular, **plural}


@lru_cache(1)
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_terms(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b(?![`.]\w|`)", re.IGNORECASE)


def _described(schema: GraphQLSchema) -> Iterator[Any]:
    """Everything of the schema that has a description, but for what is GraphQL's own."""
    for name, kind in schema.type_map.items():
        if name.startswith("__"):
            continue
        yield kind
        members = [*getattr(kind, "fields", {}).values(), *getattr(kind, "values", {}).values()]
        yield from members
        for member in members:
            yield from getattr(member, "args", {}).values()
