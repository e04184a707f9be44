// What npm's graphql-ws and graphql-sse find at an address: one line of JSON each, a name and what was found.
// node follow.mjs <node_modules> <http address of /graphql>
import { createRequire } from 'node:module';
const require = createRequire(process.argv[2] + '/x.js');
const { createClient } = require('graphql-ws'), WebSocket = require('ws'), sse = require('graphql-sse');
const url = process.argv[3], address = url.replace(/^http/, 'ws');
const changes = 'subscription { registerChanged(afterSequence: 0) { sequence } }';
const told = (name, found) => console.log(JSON.stringify([name, found]));
const patiently = (promise) =>
  Promise.race([promise, new Promise((_, no) => setTimeout(() => no(new Error('timeout')), 10000).unref())]);
const check = (name, ask) => patiently(ask()).catch((error) => `failed: ${error.message ?? error}`).then((it) => told(name, it));

async function firstThree(client) {
  const found = [];
  for await (const answer of client.iterate({ query: changes })) {
    found.push(answer.data.registerChanged.sequence);
    if (found.length === 3) break;
  }
  await client.dispose();
  return found;
}
async function only(client, query) {
  const found = [];
  try {
    for await (const answer of client.iterate({ query })) found.push(answer);
  } catch (error) {
    return Array.isArray(error) ? error.map((each) => each.extensions.code) : String(error.message ?? error);
  } finally {
    await client.dispose();
  }
  return found;
}
const raw = (messages, protocol = 'graphql-transport-ws', options = {}) =>
  new Promise((yes, no) => {
    const socket = new WebSocket(address, protocol, options);
    socket.on('open', () => messages.forEach((each) => socket.send(typeof each === 'string' ? each : JSON.stringify(each))));
    socket.on('close', (code) => yes(code));
    socket.on('error', (error) => no(error));
  });
const ws = () => createClient({ url: address, webSocketImpl: WebSocket, retryAttempts: 0 });
const stream = (singleConnection) => sse.createClient({ url, singleConnection, retryAttempts: 0 });
const init = { type: 'connection_init' };
const subscribe = { id: '1', type: 'subscribe', payload: { query: 'subscription { registerChanged { sequence } }' } };

await check('ws subscription', () => firstThree(ws()));
await check('ws query', () => only(ws(), '{ __typename }'));
await check('ws invalid', () => only(ws(), '{ nope }'));
await check('sse distinct', () => firstThree(stream(false)));
await check('sse single', () => firstThree(stream(true)));
await check('sse query', () => only(stream(false), '{ __typename }'));
await check('before init', () => raw([subscribe]));
await check('init twice', () => raw([init, init]));
await check('unknown type', () => raw([{ type: 'nope' }]));
await check('not json', () => raw(['{{{']));
await check('same id', () => raw([init, subscribe, subscribe]));
await check('no init', () => raw([]));
await check('frame of 1 MB', () => raw(['x'.repeat(1_000_000)]));
await check('older protocol', () => raw([init], 'graphql-ws'));
await check('foreign origin', () => raw([init], 'graphql-transport-ws', { headers: { Origin: 'https://evil.example' } }));
const socket = new WebSocket(address, 'graphql-transport-ws');
socket.on('open', () => socket.send(JSON.stringify(init)));
socket.on('message', (message) => told('waits for the end', JSON.parse(message).type));
socket.on('close', (code) => {
  told('the end', code);
  process.exit(0);
});
