import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'

export type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** The files below app/ whose names these are, with the address that Next gives each. */
export function filesBelowApp(name: RegExp): { file: string; path: string }[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => name.test(file))
    .map((file) => ({ file, path: `/${file.slice(0, file.lastIndexOf('/'))}` }))
}

let known: Promise<Map<string, Handler>> | undefined

/** The handlers of every route there is: `GET /api/health`. */
export function routeHandlers(): Promise<Map<string, Handler>> {
  return (known ??= findHandlers())
}

async function findHandlers(): Promise<Map<string, Handler>> {
  const found = new Map<string, Handler>()
  for (const { file, path } of filesBelowApp(/(^|\/)route\.tsx?$/)) {
    const routes: Record<string, Handler> = await import(/* @vite-ignore */ resolve('app', file))
    for (const method of methods) if (routes[method]) found.set(`${method} ${path}`, routes[method])
  }
  return found
}

export interface Sent {
  params?: Readonly<Record<string, string>>
  body?: unknown
  query?: string
  headers?: Readonly<Record<string, string>>
}

/** Sends a route a request as our own pages do, but for `headers`. */
export async function callRoute(
  name: string,
  { params = {}, body, query = '', headers = {} }: Sent,
): Promise<Response> {
  const handler = (await routeHandlers()).get(name)
  if (!handler) throw new Error(`There is no ${name}.`)
  const [method = '', path = ''] = name.split(' ')
  const address = path.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, key: string) => params[key] ?? 'x')
  const request = new Request(`http://localhost:3000${address}${query}`, {
    method,
    headers: {
      host: 'localhost:3000',
      origin: 'http://localhost:3000',
      ...(method === 'POST' && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: method === 'GET' || body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  })
  return handler(request, { params: Promise.resolve({ ...params }) })
}
