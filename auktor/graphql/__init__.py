"""GraphQL over HTTP: what is asked by GET, POST or QUERY, read strictly and answered in the form asked for."""
