import type { Gate } from '../document'

/** What an entry's stored name means. */
export interface EntryName {
  /** For messages: readable whatever the bytes are, shortened in the middle. */
  shown: string
  /** Where Dify sees the file: the cleaned path. Undefined when Dify can make nothing of the name, and for folders. */
  path: string | undefined
  isFolder: boolean
  /** What is wrong with it, the worst first. */
  faults: readonly NameFault[]
}

/** `reason` continues a sentence that begins with the name. No gates: Dify does not mind, unpacking would be unsafe. */
export interface NameFault {
  rule: string
  gates: readonly Gate[]
  reason: string
}

/** Reads the name of an entry as Go and Dify do (package-format.md section 2.2) and says what stands against unpacking it. */
export function readEntryName(rawName: Uint8Array): EntryName {
  const name = decodeName(rawName)
  const shown = shorten(name ?? lax.decode(rawName))
  const isFolder = name?.endsWith('/') ?? false
  if (name === undefined)
    return { shown, path: undefined, isFolder, faults: [fault('name-not-utf8', 'has a name that is not UTF-8', 'G3')] }
  const path = cleanPath(name)
  const readable = isValid(path)
  const faults = [...unreadable(name, path), ...uninstallable(path), ...unsafe(name)]
  return { shown, path: readable && !isFolder ? path : undefined, isFolder, faults }
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const lax = new TextDecoder()
const encoder = new TextEncoder()

function decodeName(rawName: Uint8Array): string | undefined {
  try {
    return strict.decode(rawName)
  } catch {
    return undefined
  }
}

/** Go's path.Clean, but empty stays empty. */
function cleanPath(name: string): string {
  const rooted = name.startsWith('/')
  const parts: string[] = []
  for (const part of name.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (!rooted) parts.push(part)
  }
  return `${rooted ? '/' : ''}${parts.join('/')}`
}

function isValid(path: string): boolean {
  return path !== '' && !path.startsWith('/') && path !== '..' && !path.startsWith('../')
}

const assets = '_assets/'

function unreadable(name: string, path: string): NameFault[] {
  if (name === '') return [fault('name-empty', 'has an empty name', 'G3')]
  if (path.startsWith('/'))
    return [fault('name-absolute', 'has an absolute name; names in an archive are relative', 'G3')]
  if (!isValid(path)) return [fault('name-outside', 'has a name that leads out of the plugin by `..`', 'G3')]
  if (name.includes('\\'))
    return [fault('name-backslash', 'has a name with a backslash; folders are parted by /', 'G3')]
  const clean = path.startsWith(assets) ? name.startsWith(assets) && [path, `${path}/`].includes(name) : true
  return clean
    ? []
    : [fault('name-unclean', `has a name that Dify does not find as an asset; write it as ${shorten(path)}`, 'G3')]
}

/** Names that an upload passes and that the server then cannot write into the plugin's folder. */
function uninstallable(path: string): NameFault[] {
  if (path.includes('\0'))
    return [fault('name-nul', 'has a name with a NUL character, which no file system takes', 'G5')]
  const long = isLonger(path, 4000) || path.split('/').some((part) => isLonger(part, 255))
  return long
    ? [fault('name-long', 'has a name that is too long for a file system (255 bytes for each part)', 'G5')]
    : []
}

const control = /[\u0000-\u001f\u007f-\u009f]/
const device = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|$)/i

function unsafe(name: string): NameFault[] {
  const parts = name.split('/')
  const reasons = [
    control.test(name) && !name.includes('\0') ? 'has a name with control characters' : '',
    /^[a-z]:/i.test(name) ? 'has a name with a drive letter, which leads out of the folder on Windows' : '',
    parts.includes('..') && isValid(cleanPath(name)) ? 'has a name with `..` in it' : '',
    parts.some((part) => device.test(part)) ? 'has the name of a device on Windows' : '',
  ]
  return reasons.filter((reason) => reason !== '').map((reason) => fault('name-unsafe', reason))
}

function isLonger(text: string, bytes: number): boolean {
  return text.length * 3 > bytes && encoder.encode(text).length > bytes
}

function fault(rule: string, reason: string, ...gates: Gate[]): NameFault {
  return { rule, gates, reason }
}

function shorten(name: string): string {
  return name.length <= 120 ? name : `${name.slice(0, 60)}…${name.slice(-40)}`
}
