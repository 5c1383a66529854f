import type { Finding } from '../document'
import { manifestPath, bytesOf, textOf, writeFile, type Files } from '../files'
import { limits, sizeText } from '../package/limits'
import { isSecretFile } from '../project/secret-file'
import { difyIgnoreText } from '../project/texts'
import type { PluginView } from './plugin-view'
import { shown } from './report'

/** What would be packed: its size, its names, and files that belong to nobody else (package-format.md sections 2.2, 5 and 6). */
export function packedRules(view: PluginView): Finding[] {
  return [...unwanted(view.files).map((report) => view.finding(report.file, report)), ...size(view), ...names(view)]
}

interface Unwanted {
  file: string
  rule: string
  by: []
  severity: 'publish'
  message: string
  fix: NonNullable<Finding['fix']>
}

const kinds: readonly { test: (path: string) => boolean; what: string }[] = [
  {
    test: isSecretFile,
    what: 'it holds secrets of your machine',
  },
  { test: (path) => /(?:^|\/)\.git\//.test(path), what: 'it is your whole history' },
  {
    test: (path) => /(?:^|\/)(?:\.?venv|virtualenv|node_modules|site-packages)\//.test(path),
    what: 'Dify installs the dependencies itself',
  },
  {
    test: (path) =>
      /(?:^|\/)(?:__pycache__|\.mypy_cache|\.pytest_cache|\.ruff_cache|\.tox)\//.test(path) || /\.py[co]$/.test(path),
    what: 'it is a cache',
  },
  {
    test: (path) =>
      /\.(?:pem|key|p12|pfx|jks|keystore)$/i.test(path) || /(?:^|\/)id_(?:rsa|dsa|ecdsa|ed25519)$/.test(path),
    what: 'it looks like a private key',
  },
  { test: (path) => /\.(?:difypkg|difybndl)$/.test(path), what: 'it is an older package' },
  { test: (path) => /(?:^|\/)(?:\.DS_Store|Thumbs\.db)$/.test(path), what: 'it belongs to your desktop' },
]

/** One finding for each kind of unwanted files, at the first of them. */
function unwanted(files: Files): Unwanted[] {
  const paths = [...files.keys()]
  return kinds.flatMap(({ test, what }): Unwanted[] => {
    const found = paths.filter(test)
    const file = found[0]
    if (file === undefined) return []
    const more = found.length > 1 ? ` and ${found.length - 1} more` : ''
    return [
      {
        file,
        rule: 'unwanted-file',
        by: [],
        severity: 'publish',
        message: `Keep ${shown(file)}${more} out of the package with a .difyignore: ${what}, and the marketplace refuses it.`,
        fix: {
          title: files.has('.difyignore') ? 'Extend .difyignore' : 'Add .difyignore',
          apply: (all) => ignored(all, found),
        },
      },
    ]
  })
}

/** Adds the usual rules, and the file's own name where they do not cover it; what a .gitignore ignores stays ignored. */
function ignored(files: Files, found: readonly string[]): Files {
  const old = textOf(files, '.difyignore')
  if (old === undefined) return writeFile(files, '.difyignore', `${difyIgnoreText}${textOf(files, '.gitignore') ?? ''}`)
  const lines = new Set(old.split('\n').map((line) => line.trim()))
  const added = [
    ...difyIgnoreText.split('\n').filter((line) => line !== '' && !lines.has(line)),
    ...found
      .slice(0, 20)
      .filter((path) => !lines.has(path))
      .map((path) => `/${path}`),
  ]
  return writeFile(files, '.difyignore', `${old.endsWith('\n') || old === '' ? old : `${old}\n`}${added.join('\n')}\n`)
}

function size(view: PluginView): Finding[] {
  let total = 0
  for (const content of view.originals.values())
    total +=
      typeof content === 'string' && content.length * 3 + total < limits.unpackedBytes
        ? content.length
        : bytesOf(content).length
  if (total <= limits.unpackedBytes) return []
  return [
    view.finding(manifestPath, {
      rule: 'too-large',
      by: ['G2', 'G3'],
      message: `Leave files out until all together are at most ${sizeText(limits.unpackedBytes)}: they are ${sizeText(total)}, Dify refuses the upload ("plugin package size is too large").`,
    }),
  ]
}

/** Names that an archive cannot hold for Dify: a backslash is no separator there. */
function names(view: PluginView): Finding[] {
  const bad = [...view.files.keys()].find(
    (path) => path.includes('\\') || path.split('/').some((part) => part === '' || part === '.' || part === '..'),
  )
  if (bad === undefined) return []
  return [
    view.finding(bad, {
      rule: 'file-name',
      by: ['G3'],
      message: `Rename ${shown(bad)}: Dify takes names with "/" between folders only, without "\\", ".." or empty parts, and refuses the upload.`,
    }),
  ]
}
