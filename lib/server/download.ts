import 'server-only'

/** Bytes as a file that the browser saves under this name (RFC 6266); of what is made while it is read nobody knows the length. */
export function download(name: string, content: Uint8Array | AsyncIterable<Uint8Array>): Response {
  return new Response(content instanceof Uint8Array ? new Uint8Array(content) : streamOf(content), {
    headers: {
      'Content-Type': 'application/octet-stream',
      ...(content instanceof Uint8Array && { 'Content-Length': String(content.length) }),
      'Content-Disposition': contentDisposition(name),
      'Cache-Control': 'no-store',
    },
  })
}

/** Asks for the next part when the reader is ready for it, and for none when the reader has gone. */
function streamOf(parts: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = parts[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await reader.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
    async cancel() {
      await reader.return?.()
    },
  })
}

/** Names it for old and for new readers: without the letters that old ones misread, and in UTF-8. */
export function contentDisposition(name: string): string {
  const plain = name.replace(/[^\u0020-\u007e]|["\\%]/g, '_')
  const full = encodeURIComponent(name.replace(/\p{Surrogate}/gu, '_')).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"${plain === name ? '' : `; filename*=UTF-8''${full}`}`
}
