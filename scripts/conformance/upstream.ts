import { createServer, type IncomingMessage } from 'node:http'
import { jsonIn } from '@/lib/plugin/paste/curl-body'
import { answerAsOpenAi } from './openai'
import { tokenAnswer } from './token-endpoint'

/** A service that plugins call, on a free port of this machine. It ends with the process. */
export async function startUpstream(): Promise<string> {
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const url = new URL(request.url ?? '/', 'http://localhost')
      const send = (status: number, value: unknown, to = '/me') => {
        response.writeHead(status, { 'Content-Type': 'application/json', Location: to })
        response.end(typeof value === 'string' ? value : JSON.stringify(value))
      }
      if (url.pathname === '/token') {
        const { authorization = '', 'content-type': contentType = '' } = request.headers
        return send(...tokenAnswer({ query: url.searchParams, authorization, contentType, body }))
      }
      const [, openai] = /^\/openai(\/.*)$/.exec(url.pathname) ?? []
      if (openai !== undefined)
        return answerAsOpenAi({ path: openai, authorization: request.headers.authorization, body }, response)
      if (url.pathname === '/broken') return response.end('<html>no JSON</html>')
      if (request.headers.authorization !== 'Bearer a key of a person') return send(401, { error: 'unauthorized' })
      send(200, {
        method: request.method,
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        sent: body === '' ? null : jsonIn(body),
        text: 'said',
      })
    })
  })
  server.unref()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The upstream has no port.')
  return `http://127.0.0.1:${address.port}`
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request.setEncoding('utf8')) text += String(part)
  return text
}
