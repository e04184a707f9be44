// The audits of npm's graphql-http on a running server: a JSON object of what is not in order, by name, and how many ran.
import { createRequire } from "node:module";

const [modules, url] = process.argv.slice(2);
const { serverAudits } = createRequire(`${modules}/x.js`)("graphql-http");

const found = { audits: 0, remarks: {} };
for (const audit of serverAudits({ url, fetchFn: fetch })) {
  const result = await audit.fn();
  found.audits += 1;
  if (result.status !== "ok") found.remarks[`${audit.id} ${audit.name}`] = `${result.status}: ${result.reason}`;
}
console.log(JSON.stringify(found));
