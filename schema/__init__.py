"""What the world may ask: one GraphQL type per file, named like its resolver. The only room that knows strawberry."""
