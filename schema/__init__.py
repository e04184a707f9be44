"""What the world may ask: one GraphQL type per file, named like its resolver. The only room that knows strawberry."""

import schema.terms  # noqa: F401 -- the words are enums before any type names them
