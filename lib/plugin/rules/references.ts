import type { Finding, Ref } from '../document'
import { manifestPath } from '../files'
import { documentTypeById } from '../kinds/registry'
import { fieldTree } from '../schema/field-tree'
import { cleanPath } from '../schema/file-reference'
import { setIn } from '../yaml/edit'
import { editFix } from './place'
import type { PluginView } from './plugin-view'
import { dotted, shown, type Report } from './report'

/** Files that documents name: written cleanly, and there (package-format.md sections 2.2 and 4.2). Icons: icons.ts. */
export function referenceRules(view: PluginView): Finding[] {
  return view.documents.flatMap(({ path, refs }) =>
    refs.filter((ref) => ref.as !== 'asset' && !isPrivacy(path, ref)).flatMap((ref) => judgeRef(view, path, ref)),
  )
}

/** The privacy policy is the marketplace's business (publish-privacy.ts). */
function isPrivacy(from: string, ref: Ref): boolean {
  return from === manifestPath && ref.at.length === 1
}

function judgeRef(view: PluginView, from: string, ref: Ref): Finding[] {
  // What a pattern fits is there, and one that fits nothing is silent.
  if (ref.pattern) return []
  const python = ref.as === 'python'
  const report = (found: Omit<Report, 'path'>): Finding[] => [view.finding(from, { ...found, path: ref.at })]
  const name = shown(dotted(ref.at))
  if (ref.missing?.length === 0) {
    const message = `Remove ${name} or add ${ref.file.slice(0, 300)}: the file is not there, and nothing would read it.`
    return view.files.has(ref.file) ? [] : report({ rule: 'unread-file', by: [], message })
  }
  if (!isCleanPath(ref.target)) {
    const file = cleanPath(ref.target)
    const there = !file.startsWith('..') && view.files.has(file)
    const harmless = python && there && /^\.\//.test(ref.target)
    const by = harmless ? [] : python ? (['G5'] as const) : there ? (['G1'] as const) : (['G1', 'G5'] as const)
    const result = harmless
      ? 'other tools look for the exact name'
      : python
        ? 'the plugin does not start'
        : `Dify cannot open the package ("open ${ref.target.slice(0, 100)}: invalid argument")`
    return report({
      rule: 'path-form',
      by,
      message: `Write ${name} as a path from the root of the plugin, without "./", "..", "//", "\\" or a leading "/": ${shown(ref.target)} is not found like this, ${result}.`,
      ...(there ? { fix: editFix(`Write ${file}`, from, (text) => setIn(text, ref.at, file)) } : {}),
    })
  }
  const found = python && !/\.pyc?$/.test(ref.file) ? moduleFile(view, ref.file) : undefined
  if (view.files.has(ref.file) && found === undefined) {
    if (!python || /\.(?:pyc?|so)$/.test(ref.file)) return []
    const message = `Name a Python file in ${name}: the SDK loads none that ends otherwise than in ".py", the plugin does not start.`
    return report({ rule: 'python-suffix', by: ['G5'], message })
  }
  if (found !== undefined) {
    return report({
      rule: 'python-suffix',
      by: [],
      message: `Write ${name} as ${shown(found)}: the SDK finds it without its ending, other tools look for the exact name.`,
      fix: editFix(`Write ${found}`, from, (text) => setIn(text, ref.at, found)),
    })
  }
  const folder = [...view.files.keys()].some((path) => path.startsWith(`${ref.file}/`))
  const what = folder
    ? 'is a folder'
    : 'is not in the package (missing, written otherwise, or dropped by an ignore rule)'
  const result = python ? 'the plugin does not start' : 'Dify cannot open the package'
  return report({
    rule: python ? 'python-missing' : 'file-missing',
    by: ref.missing ?? (python ? ['G5'] : loadsEmpty(ref.as) ? ['G1'] : ['G1', 'G5']),
    message: `Add ${ref.file.slice(0, 300)} or correct ${name}: the file ${what}, ${result}.`,
  })
}

/** The SDK drops the ending of a source and imports the module of that name (`plugin_registration.py: _source_to_foundname`). */
function moduleFile(view: PluginView, source: string): string | undefined {
  const stem = source.replace(/(?<=[^/])\.[^./]+$/, '')
  return [`${stem}.py`, `${stem}/__init__.py`].find(
    (file) => !stem.split('/').at(-1)?.includes('.') && view.files.has(file),
  )
}

/** The SDK reads a missing document as an empty map: whether a document of this type may be one. */
function loadsEmpty(as: string): boolean {
  const type = documentTypeById(as)
  return (
    type !== undefined &&
    [...fieldTree(type).properties.values()].every(({ meta }) => !meta.gates?.required?.includes('G5'))
  )
}

/** Go's fs.ValidPath, and no backslash: the path as an archive has it. */
export function isCleanPath(path: string): boolean {
  return (
    path !== '' && !path.includes('\\') && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  )
}
