import type { DocumentType, Finding, Gate, Ref } from '../document'
import { textOf, type Files } from '../files'
import { documentTypeById } from '../kinds/registry'
import { readDocument } from '../references'
import { textAt } from '../schema/file-reference'
import { rangeOf } from '../yaml/locate'
import { parseYaml, type YamlPath } from '../yaml/parse'
import { decodeText } from './encoding'
import { isPep440 } from './releases'
import { findingOf, type Report } from './report'

export const manifestFile = 'manifest.yaml'

/** A document under the type that somebody refers to it as; one file can be referred to as two. */
export interface DocumentUse {
  path: string
  type: DocumentType
  value: unknown
  refs: readonly Ref[]
}

/** A plugin as the package rules see it, read once. */
export interface PluginView {
  files: Files
  /** The files as they were given: documents in UTF-16 are bytes there. */
  originals: Files
  manifest: unknown
  /** Every document that the manifest reaches, in the order of the lists that name them. */
  documents: readonly DocumentUse[]
  /** Every file that a document names as a document. */
  targets: ReadonlySet<string>
  /** `meta.minimum_dify_version` where it is a version. */
  minimum: string | undefined
  /** A finding in one file; `path` gives the range where none is said. */
  finding: (file: string, report: Report) => Finding
}

/** Reads the manifest and all that it reaches. Documents in UTF-16 count as their text. */
export function viewOf(original: Files): PluginView {
  const files = decodedFiles(original)
  const documents = usesOf(files)
  const manifest = documents.find((use) => use.path === manifestFile)?.value
  const declared = textAt(manifest, ['meta', 'minimum_dify_version'])
  const minimum = declared !== undefined && isPep440(declared) ? declared : undefined
  const finding = (file: string, report: Report): Finding => findingOf(file, structGates(file), minimum, { ...rangeIn(files, file, report.path), ...report })
  const targets = new Set(documents.flatMap(({ refs }) => refs.filter(({ as }) => as !== 'python' && as !== 'asset').map(({ file }) => file)))
  return { files, originals: original, manifest, documents, targets, minimum, finding }
}

/** The gates that run the daemon's struct rules on a file (package-format.md section 1). */
export function structGates(file: string): readonly Gate[] {
  return file === manifestFile ? ['G2', 'G4'] : ['G4']
}

/** The range of the deepest existing place of a path. */
function rangeIn(files: Files, file: string, path: YamlPath | undefined): Pick<Report, 'range'> {
  const text = path && textOf(files, file)
  if (text === undefined || !path) return {}
  for (let length = path.length; length > 0; length -= 1) {
    const range = rangeOf(parseYaml(text), path.slice(0, length))
    if (range) return { range }
  }
  return {}
}

function usesOf(files: Files): DocumentUse[] {
  const uses: DocumentUse[] = []
  const seen = new Set<string>()
  const visit = (path: string, typeId: string): void => {
    const type = documentTypeById(typeId)
    const text = textOf(files, path)
    if (!type || text === undefined || seen.has(`${typeId}:${path}`)) return
    seen.add(`${typeId}:${path}`)
    const { value, refs } = readDocument(text, type)
    uses.push({ path, type, value, refs })
    for (const ref of refs) visit(ref.file, ref.as)
  }
  visit(manifestFile, 'manifest')
  return uses
}

const decoded = new WeakMap<Files, Files>()

/** YAML files in UTF-16 as text; the same object where there are none. */
export function decodedFiles(files: Files): Files {
  const known = decoded.get(files)
  if (known) return known
  const texts = [...files].flatMap(([path, content]): [string, string][] => {
    if (typeof content === 'string' || !/\.ya?ml$/.test(path)) return []
    const result = decodeText(content)
    return result.ok ? [[path, result.text]] : []
  })
  const result = texts.length === 0 ? files : new Map([...files, ...texts])
  decoded.set(files, result)
  return result
}
