"""The reference page of the open data: what an edition holds, what may be relied on, and every column."""

from publish import dictionary

_PAGE = """# Open data

<!-- Written by `make generate` from `publish/`; change it there. -->

Everything public in the register is published as files, free to use (CC0 1.0). `GET /opendata/current.json` tells the
newest edition; its files lie at `/opendata/editions/000001/<file>` and never change; `/opendata/latest/<file>` leads to
those of the newest.

## What an edition holds

| file | holds |
|---|---|
| `suppliers.csv` `services.csv` `status-history.csv` `regulations.csv` `fees.csv` `public-actors.csv` \
`contract-statistics.csv` | the tables below: RFC 4180, UTF-8 without byte order mark, comma, CRLF |
| the same as `.ndjson` | the same facts, an object a line |
| the same as `.parquet` | the same facts in typed columns, compressed; where the publisher has the extra `parquet` |
| `suppliers.json` | the supplier list in one document: supplier, systems, services |
| `suppliers.ttl` `suppliers.jsonld` `suppliers.nt` | suppliers, services and status history as linked data |
| `suppliers.xlsx` | for people: a sheet a table, Swedish headings, a sheet with edition and licence; every cell text |
| `lote.json` | the list of 7 § as a list of trusted entities (ETSI TS 119 602), with the history of each status |
| `register.sqlite` | every table under the name of its file, and `dictionary` |
| `dictionary.json` `dictionary.md` | what every column means, in Swedish and English, with unit and legal source |
| `<table>.schema.json` `suppliers-list.schema.json` | JSON Schemas of an NDJSON line and of `suppliers.json` |
| `csv-metadata.json` `datapackage.json` | the CSV files described as CSV on the Web and as a Data Package |
| `catalog.rdf` `catalog.ttl` `catalog.jsonld` | the catalogue of the files as DCAT-AP-SE 3.0.1, for data portals |
| `diff.ndjson` | what differs from the edition before: rows added, removed and changed, by key, old and new value |
| `index.html` `index.en.html` | a page with all of it, in Swedish and in English |
| `README.sv.md` `README.en.md` `LICENSE.txt` | where to begin, and the licence |
| `manifest.json` `SHA256SUMS` | number, previous edition, times, and size and SHA-256 of every file |
| `manifest.json.jws` | its detached signature (JWS), where the publisher has a key |
| `lote.json.jws` | that of the list of trusted entities, which it holds (compact JAdES baseline B) |

Beside the editions lie `current.json` (the newest edition and its hash), `changes.atom` and `changes.json` (an entry an
edition) and `jwks.json` (the public keys, old ones kept).

## What may be relied on

- **Listed is who has an agreement in force** on the day `as_of`, in that system (7 § lag 2023:704): an approved
  supplier that has not signed is not on the list, and one whose agreement ends that day is off it. One that left is in
  `status-history`, with the ground.
- **Every row says how sure it is.** `provenance` is `OFFICIAL`, `REPORTED` or `EXAMPLE`; an `EXAMPLE` is invented to
  show how the register works. A row made of several facts is as sure as the least sure of them.
- **All forms hold the same facts.** Dates are ISO; amounts are decimal text with four decimals, with their currency
  beside them; organisation numbers have their hyphen; every code has its Swedish and English words beside it; what is
  not known is empty, in JSON `null`. Periods are half-open: the end day is the first that is no longer in them.
- **Keys are for ever.** A key is never given to another object, and files refer to each other by them.
- **An edition is whole.** It appears in one step, checked: keys unique, references whole, organisation numbers right,
  codes known, no two fees for the same thing on the same day. Where anything is wrong, nothing is published and the
  rows are named.
- **An edition never changes.** Numbers rise by one. Each manifest names the SHA-256 of the one before, so the whole
  history is fixed by `current.json`.
- **Unchanged facts make no new edition** until `next_update` has come; then the same facts are issued again, so that a
  reader can tell an old copy from a withheld one.
- **Fewer rows are a question.** Where a table would lose more than a fifth of its rows, publishing stops until a person
  has said `--accept-drop`.
- **Only what is declared open leaves.** Applications, drafts, withheld facts and the volumes of single actors never do.

`schema_version` follows the columns: a new column raises the second number, one that goes or changes its meaning the
first.

## For those who run it

`auktor publish` writes into `<AUKTOR_HOME>/opendata`, or `--to` another folder. The register remembers what each
edition was built from. A publisher that was killed leaves the old edition standing, and the next run finishes or sweeps
up; a folder that was lost is filled again, byte for byte. The folder can be served as it lies by any file server.

## Columns
"""


def open_data_reference() -> str:
    """`docs/reference/open-data.md`."""
    tables = dictionary.as_markdown().decode().partition("\n## ")[2]
    return f"{_PAGE}\n### " + tables.replace("\n## ", "\n### ")
