// The limit of Node: the bytes of one answer, for every request.
import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'

const answers = JSON.parse(readFileSync(process.env.PEER_ANSWERS, 'utf8'))
const bodies = Object.fromEntries(Object.entries(answers).map(([name, text]) => [`/${name}`, Buffer.from(text)]))
createServer((request, response) => {
  request.resume().on('end', () => {
    const body = bodies[request.url] ?? Buffer.from('{}')
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
  })
}).listen(Number(process.env.PORT), '127.0.0.1')
