/** A request as it goes over the wire; what sends it is the server's `safe-fetch`. */
export interface HttpRequest {
  method: 'GET' | 'POST'
  url: string
  headers: readonly (readonly [name: string, value: string])[]
  body?: string
}

/** What the HTTP client adds to a request, beside the host. */
export function addedHeaders({ headers, body }: Pick<HttpRequest, 'headers' | 'body'>): string[] {
  const names = ['Accept-Encoding', 'Accept-Language', 'Connection', 'Sec-Fetch-Mode', 'User-Agent']
  return [...names, ...(body === undefined ? [] : ['Content-Length'])].filter(
    (name) => headerOf({ headers }, name) === undefined,
  )
}

/** What came back for it. */
export interface HttpAnswer {
  status: number
  headers: readonly (readonly [name: string, value: string])[]
  body: string
  milliseconds: number
}

/** The value of a header, whatever the case of its name. */
export function headerOf({ headers }: Pick<HttpAnswer, 'headers'>, name: string): string | undefined {
  return headers.find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1]
}
