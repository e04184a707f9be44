// The limit of Node: the bytes of one answer, head and body, for every request.
import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'

const answers = JSON.parse(readFileSync(process.env.PEER_ANSWERS, 'utf8'))
const sent = ({ head, body }) => {
  const bytes = Buffer.from(body)
  return { head: { ...Object.fromEntries(head), 'content-length': bytes.length }, bytes }
}
const all = Object.fromEntries(Object.entries(answers).map(([name, answer]) => [`/${name}`, sent(answer)]))
const none = sent({ head: [], body: '{}' })
createServer((request, response) => {
  request.resume().on('end', () => {
    const { head, bytes } = all[request.url] ?? none
    response.writeHead(200, head).end(bytes)
  })
}).listen(Number(process.env.PORT), '127.0.0.1')
