import 'server-only'

/** Bytes as a file that the browser saves under this name (RFC 6266). */
export function download(name: string, bytes: Uint8Array): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(bytes.length),
      'Content-Disposition': contentDisposition(name),
      'Cache-Control': 'no-store',
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
