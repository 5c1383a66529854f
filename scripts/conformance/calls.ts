import type { Files } from '@/lib/plugin/files'

/** A request of the SDK (`type`, `action` and what goes with them) and what its answer has to hold. */
export interface Call {
  name: string
  data: Readonly<Record<string, unknown>>
  expect: Readonly<Record<string, unknown>>
  /** What Dify answers, in order, when the plugin asks it for something meanwhile. */
  replies?: readonly Reply[]
}

/** Pieces of an answer of Dify to what a plugin asks it, or why there is none. */
export type Reply =
  { readonly type: string; readonly data: readonly object[] } | { readonly type: string; readonly error: string }

/** A plugin as `create` and the editor's own edits make it, with calls whose answers are known. */
export interface Case {
  name: string
  files: Files
  calls: readonly Call[]
}

export const author = 'saltmarsh'
export const createdAt = '2026-01-15T09:00:00Z'
/** A secret that a person would fill in. */
export const key = 'a key of a person'

/** An HTTP request as the daemon hands it over: raw, in hexadecimal. */
export function rawRequest(
  method: string,
  path: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): string {
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'Host: localhost',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  const all = [...lines, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', body]
  return Buffer.from(all.join('\r\n')).toString('hex')
}

/** A call of an endpoint. */
export function request(
  method: string,
  path: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  settings: object,
): Call['data'] {
  return {
    type: 'endpoint',
    action: 'invoke_endpoint',
    settings,
    raw_http_request: rawRequest(method, path, body, headers),
  }
}

/** A call of a tool. */
export function invoke(
  provider: string,
  tool: string,
  credentials: object,
  parameters: object,
  expect: Call['expect'],
): Call {
  return {
    name: `${tool} with ${JSON.stringify({ ...credentials, ...parameters })}`,
    data: { type: 'tool', action: 'invoke_tool', provider, tool, credentials, tool_parameters: parameters },
    expect,
  }
}
