"""How declared fields are run: by stock graphql-core through one loader a batch (`stock`); compiled plans will stand beside it."""
