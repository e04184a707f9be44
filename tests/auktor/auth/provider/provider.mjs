// A certified OpenID provider on loopback, for the tests of access tokens.
//
//   node provider.mjs MODULES PORT [REDIRECT]
//
// MODULES: the folder the provider is installed in; PORT: 0 for any; REDIRECT: where people who sign in are sent back, by
// the client `desk`. Whoever gives their name, and any password, is signed in.
//
// It says one line, `ready ISSUER`, and then does what is written to it: `rotate` replaces its keys by new ones and says
// `rotated`; the end of its input ends it.

import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [modules, port, redirect] = process.argv.slice(2);
const { default: Provider } = await import(pathToFileURL(`${modules}/oidc-provider/lib/index.js`));

const WHO = {
  "auditor-RS256": { roles: ["auditor"] },
  "auditor-ES256": { roles: ["auditor"] },
  "auditor-EdDSA": { roles: ["auditor"] },
  agency: { roles: ["agency"], organisation: "umea-kommun" },
  stranger: {},
};
const PEOPLE = {
  anna: { roles: ["case_officer"] },
  bo: { roles: ["decision_maker"] },
  pia: { roles: ["publisher"] },
};
const KINDS = { RS256: ["rsa", { modulusLength: 2048 }], ES256: ["ec", { namedCurve: "P-256" }], EdDSA: ["ed25519", {}] };
let generation = 0;

function keys() {
  generation += 1;
  return Object.entries(KINDS).map(([alg, [kind, options]]) => ({
    ...generateKeyPairSync(kind, options).privateKey.export({ format: "jwk" }),
    kid: `${alg}-${generation}-${process.pid}`,
    use: "sig",
    alg,
  }));
}

function client(id) {
  return {
    client_id: id,
    client_secret: "secret",
    grant_types: ["client_credentials"],
    redirect_uris: [],
    response_types: [],
  };
}

const desk = {
  client_id: "desk",
  client_secret: "secret",
  application_type: "native", // which may be sent back to a loopback address
  token_endpoint_auth_method: "client_secret_post",
  grant_types: ["authorization_code"],
  response_types: ["code"],
  redirect_uris: [redirect],
};

function provider(issuer) {
  return new Provider(issuer, {
    clients: [...Object.keys(WHO).map(client), ...(redirect ? [desk] : [])],
    jwks: { keys: keys() },
    enabledJWA: { idTokenSigningAlgValues: Object.keys(KINDS) },
    extraTokenClaims: (_, token) => WHO[token.clientId] ?? PEOPLE[token.accountId],
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: Boolean(redirect) },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_, resource, { clientId }) => ({
          audience: resource,
          accessTokenFormat: "jwt",
          accessTokenTTL: 300,
          scope: "",
          jwt: { sign: { alg: clientId.split("-")[1] ?? "ES256" } },
        }),
      },
    },
  });
}

let answer;
const server = createServer((request, response) => answer(request, response));
server.listen(Number(port), "127.0.0.1", () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const begin = () => (answer = provider(issuer).callback());
  begin();
  console.log(`ready ${issuer}`);
  const commands = createInterface({ input: process.stdin });
  commands.on("line", (line) => line === "rotate" && begin() && console.log("rotated"));
  commands.on("close", () => process.exit(0));
});
