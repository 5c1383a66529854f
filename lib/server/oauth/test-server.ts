import 'server-only'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** A request as a test server got it. */
export interface Seen {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
}

export interface TestServer {
  /** `http://127.0.0.1:PORT` */
  base: string
  /** `127.0.0.1:PORT`, as `PLUGWRIGHT_FETCH_ALLOW` has it. */
  host: string
  seen: Seen[]
  /** What the next requests are answered, whatever they ask. */
  answer: (response: ServerResponse, request: Seen) => void
  close: () => Promise<void>
}

/** An authorization server of no make at all: it answers what a test says. */
export async function startTestServer(): Promise<TestServer> {
  const server = createServer((request, response) => void take(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const host = `127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`
  const made: TestServer = {
    base: `http://${host}`,
    host,
    seen: [],
    answer: (response) => response.end(),
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }

  async function take(request: IncomingMessage, response: ServerResponse) {
    const parts: Uint8Array[] = []
    for await (const part of request) if (part instanceof Uint8Array) parts.push(part)
    const { method = '', url = '', headers } = request
    const seen = { method, url, headers, body: Buffer.concat(parts).toString() }
    made.seen.push(seen)
    made.answer(response, seen)
  }
  return made
}
