import type { Finding, Gate } from '../document'

/** What the name of an archive's entry, or of a file that would become one, means. */
export interface EntryName {
  /** For messages: readable whatever the bytes are, shortened in the middle. */
  shown: string
  /** Where Dify sees the file: the cleaned path. Undefined when Dify can make nothing of the name, and for folders. */
  path: string | undefined
  isFolder: boolean
  /** What is wrong with it, the worst first. Advice: Dify does not mind, but unpacking it would be unsafe. */
  findings: readonly Finding[]
}

/** Reads the name of an entry as Go and Dify do (package-format.md section 2.2) and says what stands against unpacking it. */
export function readEntryName(rawName: Uint8Array): EntryName {
  const name = decodeName(rawName)
  const shown = shorten(name ?? lax.decode(rawName))
  const isFolder = name?.endsWith('/') ?? false
  const path = name === undefined ? '' : cleanPath(name)
  const faults =
    name === undefined
      ? [fault('utf8', 'its name is not UTF-8', 'G3')]
      : [...unreadable(name, path), ...uninstallable(path), ...unsafe(name)]
  const findings = faults.map((found) => findingOf(shown, found))
  return { shown, path: isValid(path) && !isFolder ? path : undefined, isFolder, findings }
}

interface Fault {
  word: string
  reason: string
  gates: readonly Gate[]
}

function fault(word: string, reason: string, ...gates: Gate[]): Fault {
  return { word, reason, gates }
}

function findingOf(shown: string, { word, reason, gates }: Fault): Finding {
  const severity = gates.length > 0 ? 'error' : 'advice'
  const message = `Rename ${shown || 'the entry without a name'}: ${reason}.`
  return { rule: `file-name-${word}`, severity, gates, message, file: shown }
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

function unreadable(name: string, path: string): Fault[] {
  if (name === '') return [fault('empty', 'Dify opens no empty name', 'G3')]
  if (path.startsWith('/'))
    return [fault('absolute', 'its name is absolute, and names in a package are relative', 'G3')]
  // `./` is a folder like others.
  if (path === '') return name.endsWith('/') ? [] : [fault('empty', 'its name means the folder of the plugin', 'G3')]
  if (!isValid(path)) return [fault('outside', 'its name leads out of the plugin by `..`', 'G3')]
  if (name.includes('\\')) return [fault('backslash', 'its name has a backslash, and folders are parted by /', 'G3')]
  const clean = path.startsWith(assets) ? name.startsWith(assets) && [path, `${path}/`].includes(name) : true
  return clean
    ? []
    : [fault('unclean', `Dify does not find it as an asset unless it is written ${shorten(path)}`, 'G3')]
}

/** Names that an upload passes and that the server then cannot write into the plugin's folder. */
function uninstallable(path: string): Fault[] {
  if (path.includes('\0')) return [fault('nul', 'its name has a NUL character, which no file system takes', 'G5')]
  const long = isLonger(path, 4000) || path.split('/').some((part) => isLonger(part, 255))
  return long
    ? [fault('long', 'its name is too long for a file system, which takes 255 bytes for each part', 'G5')]
    : []
}

const drive = /^[a-z]:/i
const device = /^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\..*)?$/i
const control = /[\u0000-\u001f\u007f-\u009f]/

function unsafe(name: string): Fault[] {
  const parts = name.split('/')
  const reasons = [
    control.test(name) && !name.includes('\0') ? 'its name has control characters' : '',
    drive.test(name) ? 'its name begins with a drive letter, which leads out of the folder on Windows' : '',
    !drive.test(name) && name.includes(':') ? 'its name has a colon, which names a hidden stream on Windows' : '',
    parts.some((part) => device.test(part)) ? 'Windows keeps its name for a device' : '',
    parts.some((part) => /[. ]$/.test(part) && !/^\.{1,2}$/.test(part))
      ? 'a part of its name ends with a dot or a blank, which Windows drops, so that it names another file'
      : '',
    name.split('/').includes('..') && isValid(cleanPath(name)) ? 'its name has `..` in it' : '',
  ]
  return reasons.filter((reason) => reason !== '').map((reason) => fault('unsafe', reason))
}

function isLonger(text: string, bytes: number): boolean {
  return text.length * 3 > bytes && encoder.encode(text).length > bytes
}

function shorten(name: string): string {
  return name.length <= 120 ? name : `${name.slice(0, 60)}…${name.slice(-40)}`
}
