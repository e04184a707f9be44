// What @graphql-eslint finds in our schema and in the documents we ship, as lines `file: rule: message`.
// usage: node lint.mjs <node_modules> <schema.graphql> <folder with the documents>
import { createRequire } from "node:module";
import path from "node:path";

const [modules, schema, documents] = process.argv.slice(2);
const require = createRequire(path.join(modules, "x.js"));
process.chdir(documents); // where the plugin looks for the fragments that documents share
const { ESLint } = require("eslint");
const graphql = require("@graphql-eslint/eslint-plugin").default ?? require("@graphql-eslint/eslint-plugin");
// Left aside: an id in every type and selection (pages, sums and counts have none, and no cache of ours goes by it);
// fragments with names of their own over all files (each document stands alone); names (Federation's begin with `_`, and
// the client's variables are Python's); depth and a prefix, of one document and one field that are as they should be.
const LEFT_ASIDE = [
  "strict-id-in-types",
  "require-selections",
  "unique-fragment-name",
  "naming-convention",
  "selection-set-depth",
  "no-typename-prefix",
].map((name) => `@graphql-eslint/${name}`);
const kept = (rules) => Object.fromEntries(Object.entries(rules).filter(([name]) => !LEFT_ASIDE.includes(name)));
const { rules: ofOperations } = graphql.configs["flat/operations-recommended"];
const { rules: ofSchema } = graphql.configs["flat/schema-recommended"];

const parsed = { parser: graphql.parser, parserOptions: { graphQLConfig: { schema, documents: "**/*.graphql" } } };
const linter = (files, rules) =>
  new ESLint({
    cwd: path.parse(documents).root,
    overrideConfigFile: true,
    overrideConfig: [
      { files: ["**/*.graphql"], languageOptions: parsed, plugins: { "@graphql-eslint": graphql }, rules },
    ],
  }).lintFiles(files);

const found = [
  ...(await linter([schema], kept(ofSchema))),
  ...(await linter([`${documents}/**/*.graphql`], kept(ofOperations))),
];
for (const { filePath, messages } of found)
  for (const each of messages) console.log(`${path.basename(filePath)}:${each.line}: ${each.ruleId}: ${each.message}`);
console.log(`files: ${found.length}`);
