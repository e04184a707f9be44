// Composes the register with another service: node compose.cjs <node_modules> <our SDL> <the other SDL>
// Prints one line of JSON: {errors, hints, supergraph}; no network.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const from = createRequire(process.argv[2] + '/x.js');
const { composeServices } = from('@apollo/composition');
const { parse } = from('graphql');
const [register, reviews] = process.argv.slice(3).map((file) => parse(readFileSync(file, 'utf8')));
const found = composeServices([
  { name: 'register', url: 'http://register.test/graphql', typeDefs: register },
  { name: 'reviews', url: 'http://reviews.test/graphql', typeDefs: reviews },
]);
const hints = (found.hints ?? []).map((each) => `${each.definition.code}: ${each.message}`);
console.log(JSON.stringify({ errors: (found.errors ?? []).map((each) => each.message), hints, supergraph: found.supergraphSdl ?? '' }));
