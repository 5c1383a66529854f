import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { roundRobin } from './round-robin.mjs'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
})

async function listen(server: Server): Promise<number> {
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}

const named = (name: string): Promise<number> => listen(createServer((_, response) => response.end(name)))
const proxyOf = async (...ports: number[]) => `http://127.0.0.1:${await listen(roundRobin(ports))}`

it('hands one request to each in turn', async () => {
  const url = await proxyOf(await named('a'), await named('b'))
  const answers = []
  for (let each = 0; each < 4; each += 1) answers.push(await (await fetch(url)).text())
  expect(answers).toEqual(['a', 'b', 'a', 'b'])
})

it('goes on with the others, bodies whole, when one is gone', async () => {
  const gone = createServer()
  const port = await listen(gone)
  await new Promise((done) => gone.close(done))
  const echo: RequestListener = (request, response) => void request.pipe(response)
  const url = await proxyOf(port, await listen(createServer(echo)))
  const body = 'x'.repeat(200_000)
  for (let each = 0; each < 4; each += 1) expect(await (await fetch(url, { method: 'POST', body })).text()).toBe(body)
  servers.splice(servers.indexOf(gone), 1)
})

it('says where a request comes from, and keeps what was said and the host', async () => {
  const tell: RequestListener = ({ headers }, response) =>
    void response.end(JSON.stringify([headers['x-forwarded-for'], headers.host]))
  const url = await proxyOf(await listen(createServer(tell)))
  expect(await (await fetch(url)).json()).toEqual(['127.0.0.1', new URL(url).host])
  const said = await fetch(url, { headers: { 'x-forwarded-for': '192.0.2.1' } })
  expect(await said.json()).toEqual(['192.0.2.1', new URL(url).host])
})

it('passes on what is said so far, and ends a stream with its reader', async () => {
  let ended = () => {}
  const end = new Promise<void>((done) => (ended = done))
  const stream: RequestListener = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write('data: 1\n\n')
    response.once('close', ended)
  }
  const url = await proxyOf(await listen(createServer(stream)))
  const reading = new AbortController()
  const reader = (await fetch(url, { signal: reading.signal })).body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: 1\n\n')
  reading.abort()
  await end
})
