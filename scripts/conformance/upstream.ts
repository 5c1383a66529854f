import { createServer, type IncomingMessage } from 'node:http'
import { jsonIn } from '@/lib/plugin/paste/curl-body'
import { answerAsOpenAi } from './openai'

/** A service that plugins call, on a free port of this machine. It ends with the process. */
export async function startUpstream(): Promise<string> {
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const url = new URL(request.url ?? '/', 'http://localhost')
      const send = (status: number, value: unknown) => {
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value))
      }
      const [, openai] = /^\/openai(\/.*)$/.exec(url.pathname) ?? []
      if (openai !== undefined)
        return answerAsOpenAi({ path: openai, authorization: request.headers.authorization, body }, response)
      if (url.pathname === '/token') return send(...tokenFor(new URLSearchParams(body)))
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

/** What an authorization server gives the app of the tests for a code or a refresh token. */
function tokenFor(body: URLSearchParams): [number, object] {
  const is = (name: string, value: string) => body.get(name) === value
  const known = is('client_id', 'app') && is('client_secret', 'a secret of the app')
  if (
    known &&
    is('grant_type', 'authorization_code') &&
    is('code', 'right') &&
    body.get('code_verifier')?.length === 43
  )
    return [200, { access_token: 'a new token', refresh_token: 'a refresh token', expires_in: '3600', extra: 1 }]
  if (known && is('grant_type', 'refresh_token') && is('refresh_token', 'kept'))
    return [200, { access_token: 'a new token', expires_in: 3600 }]
  return [400, { error: 'invalid_grant', error_description: 'the code is wrong' }]
}
