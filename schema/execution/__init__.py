"""How declared fields are run: by a plan compiled from the whole question or, field by field, by stock graphql-core."""
