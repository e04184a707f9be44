"""The certificate of a signing key, which ETSI TS 119 602 wants in the signature of a list of trusted entities.

It says who the signer is: organisation and country are those the list names as its operator's. One that a certificate
authority has issued stands behind the key in its file. A key without one certifies itself, and always in the same
bytes: they follow from key and publisher alone, so nothing is to be kept, renewed or lost, and readers can be given its
hash in print.
"""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID, ObjectIdentifier

from auktor.core.errors import Refused
from publish.publisher import Publisher

COUNTRY = "SE"
_SIGNS_TRUST_LISTS = ObjectIdentifier("0.4.0.2231.3.0")
_FROM = datetime(2024, 1, 1, tzinfo=UTC)
"""Before anything was signed: the day the act came to apply."""
_WITHOUT_END = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
"""How RFC 5280 (4.1.2.5) writes that a certificate has no end."""
_SERIAL_BYTES = 19


class CertificateUnfit(Refused):
    """The certificate behind the signing key is not one the list of trusted entities may be signed with."""

    code = "CERTIFICATE_UNFIT"


def self_made(key: Ed25519PrivateKey, publisher: Publisher) -> x509.Certificate:
    """The certificate a key gives itself."""
    who, public = _subject(publisher), key.public_key()
    serial = hashlib.sha256(public.public_bytes_raw() + who.public_bytes()).digest()[:_SERIAL_BYTES]
    return (
        x509.CertificateBuilder(who, who, public, int.from_bytes(b"\x01" + serial[1:]), _FROM, _WITHOUT_END)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_may_only_sign(), critical=True)
        .add_extension(x509.ExtendedKeyUsage([_SIGNS_TRUST_LISTS]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .sign(key, None)
    )


def request(key: Ed25519PrivateKey, publisher: Publisher) -> bytes:
    """What a certificate authority is asked with (PKCS 10, PEM)."""
    asked = (
        x509.CertificateSigningRequestBuilder(_subject(publisher))
        .add_extension(_may_only_sign(), critical=True)
        .add_extension(x509.ExtendedKeyUsage([_SIGNS_TRUST_LISTS]), critical=False)
    )
    return asked.sign(key, None).public_bytes(Encoding.PEM)


def refuse_unfit(certificate: x509.Certificate, publisher: Publisher, at: datetime) -> None:
    """Raise CertificateUnfit where it has not begun or has ended at `at`, or names another than the publisher."""
    if not certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc:
        reason = f"it is valid from {certificate.not_valid_before_utc} to {certificate.not_valid_after_utc}"
    elif (country := _said(certificate, NameOID.COUNTRY_NAME)) != [COUNTRY]:
        reason = f"its country is {', '.join(country) or 'not told'}, not {COUNTRY}"
    elif not {publisher.name_sv, publisher.name_en} & set(_said(certificate, NameOID.ORGANIZATION_NAME)):
        reason = f"its organisation is not {publisher.name_sv} (AUKTOR_PUBLISHER_NAME)"
    else:
        return
    raise CertificateUnfit(
        f"The certificate behind the signing key cannot sign the list of trusted entities: {reason}. Put one that can "
        "behind the key in its file (`auktor keys request`), or take it away, and the key certifies itself."
    )


def is_of(certificate: x509.Certificate, key: Ed25519PublicKey) -> bool:
    """Whether a certificate certifies a key."""
    return certificate.public_key() == key


def chain_of(pem: bytes) -> tuple[x509.Certificate, ...]:
    """The certificates of a PEM text, in order; none where it has none."""
    return tuple(x509.load_pem_x509_certificates(pem)) if b"-----BEGIN CERTIFICATE-----" in pem else ()


def der(chain: Sequence[x509.Certificate]) -> list[bytes]:
    """Certificates as bytes."""
    return [each.public_bytes(Encoding.DER) for each in chain]


def _subject(publisher: Publisher) -> x509.Name:
    number = publisher.organisation_number.replace("-", "")
    said = {
        NameOID.COUNTRY_NAME: COUNTRY,
        NameOID.ORGANIZATION_NAME: publisher.name_sv,
        NameOID.ORGANIZATION_IDENTIFIER: f"NTR{COUNTRY}-{number}",
        NameOID.COMMON_NAME: "Registret över auktorisationssystem",
    }
    return x509.Name([x509.NameAttribute(name, value) for name, value in said.items()])


def _said(certificate: x509.Certificate, name: ObjectIdentifier) -> list[str]:
    return [str(each.value) for each in certificate.subject.get_attributes_for_oid(name)]


def _may_only_sign() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
