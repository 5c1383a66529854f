/** A sentence on what these bytes are instead of a zip archive, and what to do (package-format.md section 12). */
export function notAnArchive(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'Pack or download the file again: it is empty, not a zip archive.'
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 300))
  const found = looks.find(({ sign }) => sign.test(start))
  if (found) return found.sentence
  const tar = new TextDecoder('latin1').decode(bytes.subarray(257, 262)) === 'ustar'
  return tar ? renamed('tar') : 'Pack or download the file again: it is not a zip archive.'
}

function renamed(format: string): string {
  return `Pack the plugin as a zip archive: this is a ${format} archive under another name, which Dify does not open.`
}

const looks: readonly { sign: RegExp; sentence: string }[] = [
  {
    sign: /^PK\u0003\u0004[^]*\u00ef\u00bf\u00bd/,
    sentence: 'Download the file again as binary: the zip archive was read as a text on its way, which destroys it.',
  },
  {
    sign: /^PK/,
    sentence:
      'Download or pack the file again: the zip archive is damaged or cut off, its directory at the end cannot be read.',
  },
  {
    sign: /^\s*<(?:!doctype|html|\?xml)/i,
    sentence: 'Download the file again: this is a web page, not a zip archive.',
  },
  {
    sign: /^version https:\/\/git-lfs/,
    sentence: 'Fetch the file with git lfs pull: this is only the pointer to it, not the zip archive.',
  },
  {
    sign: /^\s*[{[]/,
    sentence: 'Download the file again: this is JSON, probably an answer about an error, not a zip archive.',
  },
  { sign: /^UEsD/, sentence: 'Decode the file first: this is the base64 text of a zip archive, not the archive.' },
  { sign: /^\u001f\u008b/, sentence: renamed('gzip') },
  { sign: /^7z\u00bc\u00af/, sentence: renamed('7z') },
  { sign: /^Rar!/, sentence: renamed('rar') },
]
