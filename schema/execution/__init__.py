"""How declared fields are run: by stock graphql-core, through one loader a batch (`stock`)."""
