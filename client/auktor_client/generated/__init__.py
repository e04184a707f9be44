"""Written by `make generate`; import from `auktor_client`."""
