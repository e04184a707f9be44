"""Who publishes, and at which addresses: told in the catalogue and the linked data."""

import msgspec


class Publisher(msgspec.Struct, frozen=True):
    """The publisher of an edition. An edition built again needs the one it was published by, so the register keeps it.

    `public_url` begins every persistent address (`/id/supplier/…`); neither address ends with a slash. An address by
    post that is not known is empty.
    """

    public_url: str = "http://127.0.0.1:8000"
    opendata_url: str = "http://127.0.0.1:8000/opendata"
    name_sv: str = "Myndigheten för digital förvaltning"
    name_en: str = "Agency for Digital Government"
    organisation_number: str = "202100-6883"
    email: str = "registret@example.org"
    street_address: str = ""
    postal_code: str = ""
    locality: str = ""

    @property
    def iri(self) -> str:
        """The address under which dataportal.se knows the publisher."""
        return f"http://dataportal.se/organisation/SE{self.organisation_number.replace('-', '')}"
