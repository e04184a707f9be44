// What graphql-inspector says has changed: node inspect.cjs <node_modules> <old SDL> <new SDL>
// Prints one line of JSON: [level, message] for each change.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const from = createRequire(process.argv[2] + '/x.js');
const { diff } = from('@graphql-inspector/core');
const { buildSchema } = from('graphql');
const [before, after] = process.argv.slice(3).map((file) => buildSchema(readFileSync(file, 'utf8')));
diff(before, after).then((found) =>
  console.log(JSON.stringify(found.map((each) => [each.criticality.level, each.message]))),
);
