"""The words that go with an edition: its licence and a page to begin with, in Swedish and in English."""

from publish.manifest import Imprint, moment
from publish.tables import TABLES

LICENCE = """\
CC0 1.0 Universal
https://creativecommons.org/publicdomain/zero/1.0/

SPDX-License-Identifier: CC0-1.0

Till den del uppgifterna alls skyddas av upphovsrätt eller närstående rättigheter avstår utgivaren från dessa över hela
världen. Du får kopiera, ändra, sprida och använda dem, även i förvärvssyfte, utan att fråga om lov. Uppgifterna lämnas
utan garantier.

To the extent the data is protected by copyright or related rights at all, the publisher waives these worldwide. You may
copy, modify, distribute and use it, also commercially, without asking permission. The data comes without warranties.
""".encode()

_SV = """\
# Registret över auktorisationssystem, utgåva {number}

Utgiven {issued}. Uppgifterna gäller {as_of}. Nästa utgåva kommer senast {next_update}.

Leverantörslistan är den som 7 § lagen (2023:704) kräver: varje leverantör med gällande avtal, per system. En leverantör
som lämnat finns kvar i `status-history`.

En rad vars `provenance` är `EXAMPLE` är påhittad för att visa hur registret fungerar och får inte användas som uppgift
om verkligheten; `REPORTED` är uppgiven av någon annan än myndigheten; `OFFICIAL` är hämtad ur en officiell källa.

| fil | innehåll |
|---|---|
{tables}

Varje tabell finns som `.csv` och som `.ndjson` med samma uppgifter{parquet_sv}. `suppliers.json` är leverantörslistan
i ett enda dokument, `suppliers.xlsx` hela registret för Excel, `register.sqlite` hela registret som databas,
`suppliers.ttl`, `.jsonld` och `.nt` länkade data, `lote.json` listan enligt ETSI TS 119 602 och `catalog.rdf` katalogen
enligt DCAT-AP-SE. `dictionary.md` och `dictionary.json` förklarar varje kolumn. Perioder är halvöppna: slutdagen ingår
inte.

Kontrollera att filerna är hela med `sha256sum --check SHA256SUMS`.

Uppgifterna är fria att använda, se `LICENSE.txt`.
"""

_EN = """\
# The register of authorisation systems, edition {number}

Issued {issued}. The data describes {as_of}. The next edition comes no later than {next_update}.

The supplier list is the one Section 7 of the Act (2023:704) asks for: every supplier with an agreement in force, by
system. A supplier that left is still found in `status-history`.

A row whose `provenance` is `EXAMPLE` is invented to show how the register works and says nothing of the world;
`REPORTED` was told by another than the authority; `OFFICIAL` was read in an official source.

| file | holds |
|---|---|
{tables}

Every table comes as `.csv` and as `.ndjson` with the same facts{parquet_en}. `suppliers.json` is the supplier list in
one document, `suppliers.xlsx` the whole register for Excel, `register.sqlite` the whole register as a database,
`suppliers.ttl`, `.jsonld` and `.nt` linked data, `lote.json` the list as ETSI TS 119 602 has it, and `catalog.rdf` the
catalogue as DCAT-AP-SE has it. `dictionary.md` and `dictionary.json` explain each column. Periods are half-open: the
end day is not in them.

See that the files are whole with `sha256sum --check SHA256SUMS`.

The data is free to use, see `LICENSE.txt`.
"""


def readme_sv(imprint: Imprint) -> bytes:
    """`README.sv.md`."""
    return _filled(_SV, imprint, {table.name: table.sv for table in TABLES})


def readme_en(imprint: Imprint) -> bytes:
    """`README.en.md`."""
    return _filled(_EN, imprint, {table.name: table.en for table in TABLES})


def _filled(page: str, imprint: Imprint, titles: dict[str, str]) -> bytes:
    return page.format(
        number=imprint.number,
        issued=moment(imprint.issued),
        as_of=imprint.as_of,
        next_update=moment(imprint.next_update),
        parquet_sv=" och som `.parquet`" if imprint.parquet else "; `.parquet` ingår inte i denna utgåva",
        parquet_en=" and as `.parquet`" if imprint.parquet else "; `.parquet` is not in this edition",
        tables="\n".join(f"| `{name}` | {title} |" for name, title in titles.items()),
    ).encode()
