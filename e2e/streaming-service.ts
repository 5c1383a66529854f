import { createServer } from 'node:http'
import { jsonIn } from '@/lib/plugin/paste/curl-body'

/** A service that speaks as OpenAI's does and streams back what it was asked, in two pieces, on a free port. It ends with the process. */
export async function startStreamingService(): Promise<string> {
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => (body += text))
    request.on('end', () => {
      const event = (value: unknown) => response.write(`data: ${JSON.stringify(value)}\n\n`)
      const { model, messages } = Object(jsonIn(body))
      const said = JSON.stringify({ model, messages })
      response.writeHead(200, { 'Content-Type': 'text/event-stream' })
      for (const content of [said.slice(0, 9), said.slice(9)]) event({ choices: [{ index: 0, delta: { content } }] })
      event({ choices: [], usage: { prompt_tokens: 7, completion_tokens: 5 } })
      response.end('data: [DONE]\n\n')
    })
  })
  server.unref()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${Object(server.address()).port}`
}
