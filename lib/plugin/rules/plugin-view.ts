import type { DocumentType, Finding, Gate, Ref } from '../document'
import { manifestPath, textOf, type Files } from '../files'
import { withoutPatterns } from '../pattern-refs'
import { readDocument, walkDocuments } from '../references'
import { textAt } from '../schema/file-reference'
import { entryRange, rangeOf } from '../yaml/locate'
import { parseYaml, type YamlPath, type YamlText } from '../yaml/parse'
import { decodeText, withReadersBreaks } from './encoding'
import { isPep440 } from './releases'
import { findingOf, type Report } from './report'
import { writtenRefs } from './written-value'

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
  /** Undefined where there is none, or no text. */
  manifestYaml: YamlText | undefined
  /** Every document that the manifest reaches, in the order of the lists that name them. */
  documents: readonly DocumentUse[]
  /** Every file that a document names as a document. */
  targets: ReadonlySet<string>
  /** `meta.minimum_dify_version` where it is a version. */
  minimum: string | undefined
  /** What the documents' own texts and fields gave. */
  documentFindings: readonly Finding[]
  /** A finding in one file; `path` gives the range where none is said. */
  finding: (file: string, report: Report) => Finding
}

/** Judges the text of one document. */
export type JudgeDocument = (
  text: string,
  type: DocumentType,
  path: string,
  minimum: string | undefined,
) => readonly Finding[]

/**
 * Reads the manifest and all that it reaches, and judges each document while it is at hand: a parsed text may be large and is
 * not kept. Documents in UTF-16 count as their text.
 */
export function viewOf(original: Files, judge: JudgeDocument): PluginView {
  const files = decodedFiles(original)
  const documents: DocumentUse[] = []
  const documentFindings: Finding[] = []
  const seen = new Set<string>()
  const manifestText = textOf(files, manifestPath)
  const manifestYaml = manifestText === undefined ? undefined : parseYaml(withReadersBreaks(manifestText))
  let minimum: string | undefined
  walkDocuments((path, type) => {
    const text = textOf(files, path)
    if (text === undefined || seen.has(`${type.id}:${path}`)) return []
    seen.add(`${type.id}:${path}`)
    const { value, ok, refs: named } = readDocument(withReadersBreaks(text), type)
    // What could be read of a text with errors may name things that do not stand there.
    const written = withoutPatterns(ok ? writtenRefs(withReadersBreaks(text), type) : named, files)
    const refs = ok ? written : written.filter(({ file }) => files.has(file))
    if (path === manifestPath) minimum = minimumOf(value)
    documents.push({ path, type, value, refs })
    documentFindings.push(...judge(text, type, path, minimum), ...(type.check?.(value, files, path) ?? []))
    return refs
  })
  const yamlOf = (file: string): YamlText | undefined => {
    const text = textOf(files, file)
    return file === manifestPath || text === undefined ? manifestYaml : parseYaml(withReadersBreaks(text))
  }
  const finding = (file: string, report: Report): Finding =>
    findingOf(file, structGates(file), minimum, {
      ...(report.path && files.has(file) ? rangeIn(yamlOf(file), report.path) : {}),
      ...report,
    })
  const targets = new Set(
    documents.flatMap(({ refs }) => refs.filter(({ as }) => as !== 'python' && as !== 'asset').map(({ file }) => file)),
  )
  const manifest = documents.find((use) => use.path === manifestPath)?.value
  return { files, originals: original, manifest, manifestYaml, documents, documentFindings, targets, minimum, finding }
}

function minimumOf(manifest: unknown): string | undefined {
  const declared = textAt(manifest, ['meta', 'minimum_dify_version'])
  return declared !== undefined && isPep440(declared) ? declared : undefined
}

/** The gates that run the daemon's struct rules on a file (package-format.md section 1). */
export function structGates(file: string): readonly Gate[] {
  return file === manifestPath ? ['G2', 'G4'] : ['G4']
}

/** The range of the value at a path; where it is missing, that of the deepest key above it. */
function rangeIn(yaml: YamlText | undefined, path: YamlPath): Pick<Report, 'range'> {
  const range = yaml && rangeOf(yaml, path)
  if (range) return { range }
  for (let length = path.length - 1; yaml && length > 0; length -= 1) {
    const entry = entryRange(yaml, path.slice(0, length))
    if (entry)
      return { range: { from: entry.from, to: Math.min(entry.to, entry.from + String(path[length - 1]).length) } }
  }
  return {}
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
