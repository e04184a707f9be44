"""What the world may ask: one GraphQL type per file, named like its resolver. The only room that knows strawberry."""

from schema import terms  # the words are enums before any type names them

__all__ = ["terms"]
