import { createHmac } from 'node:crypto'
import { rawRequest, type Call } from './calls'

/** The plugin and provider of most cases. */
export const provider = 'nimbra_forge'
/** Where Dify says that the service shall send its events. */
export const endpoint = 'http://localhost/triggers/plugin/1'

/** A delivery, as Dify hands it over; `answer` is what the plugin says of it. */
export function dispatch(
  name: string,
  what: string,
  body: unknown,
  properties: object,
  answer: object,
  headers: Readonly<Record<string, string>> = {},
): Call {
  return {
    name: `dispatch ${what}`,
    data: {
      type: 'trigger',
      action: 'dispatch_trigger_event',
      provider: name,
      subscription: { endpoint, properties },
      credentials: null,
      credential_type: null,
      raw_http_request: rawRequest('POST', '/', JSON.stringify(body), headers),
    },
    expect: { dispatch: { ...answer, response: 'HTTP/1.1 200' } },
  }
}

export function eventCall(
  name: string,
  event: string,
  parameters: object,
  { body, payload }: { body: object; payload: object },
  answer: object,
): Call {
  return {
    name: `${event} with ${JSON.stringify(parameters)} and ${JSON.stringify(payload)}`,
    data: {
      type: 'trigger',
      action: 'invoke_trigger_event',
      provider: name,
      event,
      subscription: { endpoint },
      credentials: {},
      credential_type: 'unauthorized',
      raw_http_request: rawRequest('POST', '/', JSON.stringify(body), {}),
      parameters,
      payload,
    },
    expect: { event: answer },
  }
}

export function signed(body: object, secret: string): Record<string, string> {
  const signature = createHmac('sha256', secret).update(JSON.stringify(body)).digest('hex')
  return { 'X-Hub-Signature-256': `sha256=${signature}` }
}
