import type { CodegenConfig } from "@graphql-codegen/cli";

// The schema of a running register; in this repository it stands beside, so that nothing need run.
const config: CodegenConfig = {
  schema: process.env.AUKTOR_SCHEMA ?? "http://127.0.0.1:8000/schema.graphql",
  documents: "src/*.graphql",
  generates: {
    "src/generated.ts": {
      plugins: ["typescript-operations", "typed-document-node"],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        // Exact decimals are strings on the wire, and stay so: a number of JavaScript would round them.
        scalars: { Date: "string", DateTime: "string", Decimal: "string", Count: "number", OrganisationNumber: "string" },
      },
    },
  },
};

export default config;
