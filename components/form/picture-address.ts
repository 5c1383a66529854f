const types: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
}

/**
 * A picture of the plugin as a data: address. Never a blob: address: that one has our origin, and a stranger's SVG that is
 * opened in a tab of its own would run its scripts there.
 */
export function pictureAddress(name: string, bytes: Uint8Array): string {
  const type = types[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'image/png'
  let binary = ''
  for (let start = 0; start < bytes.length; start += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000))
  return `data:${type};base64,${btoa(binary)}`
}
