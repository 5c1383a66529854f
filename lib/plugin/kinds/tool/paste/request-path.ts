/** Segments of an address that look like one thing of many: numbers, UUIDs, hashes, `{id}`, `:id`. */
const varying = /^(\d+|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,}|\{[^{}]+\}|:[A-Za-z_]\w*)$/i

/** The segments of an address, as they are read: without the escapes. */
export function segmentsOf(url: URL): string[] {
  return url.pathname.split('/').map((part) => {
    try {
      return decodeURIComponent(part)
    } catch {
      return part
    }
  })
}

/** Whether a segment stands for one thing of many. */
export function isVarying(segment: string): boolean {
  return varying.test(segment)
}
