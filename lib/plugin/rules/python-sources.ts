import type { DocumentType, Finding } from '../document'
import { bytesOf, textOf, type FileContent } from '../files'
import { valueAt } from '../schema/file-reference'
import { isRecord } from '../yaml/nodes'
import type { YamlPath } from '../yaml/parse'
import type { PluginView } from './plugin-view'
import { derivedIn } from './python-classes'
import { outlineOf } from './python-outline'

/** Python sources that documents name: a class of the right base in each (G5 only where the text leaves no doubt). */
export function pythonRules(view: PluginView): Finding[] {
  return view.documents.flatMap(({ path, type, value, refs }) =>
    refs
      .filter((ref) => ref.as === 'python' && /\.py$/.test(ref.file) && view.files.has(ref.file))
      .flatMap((ref): Finding[] => {
        if (/\.[^/]*\.py$/.test(ref.file)) {
          const message = `Rename ${ref.file} so that only ".py" has a dot: Python takes the rest as a package, the plugin does not start.`
          return [view.finding(path, { rule: 'python-name', by: ['G5'], message, path: ref.at })]
        }
        const source = textOf(view.files, ref.file)
        if (source === undefined && !hasCookie(view.files.get(ref.file))) {
          return [
            view.finding(path, {
              rule: 'python-text',
              by: ['G5'],
              message: `Save ${ref.file} as UTF-8 text: Python cannot read it, the plugin does not start.`,
              path: ref.at,
            }),
          ]
        }
        if (source === undefined || ref.anyClasses) return []
        const base = baseOf(view, type, path)
        return base === undefined
          ? []
          : [
              ...judgeSource(view, path, ref.file, base, ref.at),
              ...judgeSecond(view, path, ref.file, type, value, ref.at),
            ]
      }),
  )
}

function baseOf({ files }: PluginView, { pythonBase }: DocumentType, path: string): string | undefined {
  return typeof pythonBase === 'function' ? pythonBase(files, path) : pythonBase
}

/** Exactly one class of the base: `class_loader.py: load_single_subclass_from_source`. */
function judgeSource(view: PluginView, from: string, file: string, base: string, at: YamlPath): Finding[] {
  const { names, all, known } = derivedIn(view.files, file, base)
  if (names.length > 1) return [severalClasses(view, from, file, base, at, `Multiple subclasses of ${base}`)]
  if (names.length > 0) return []
  const { classes, stars } = outlineOf(textOf(view.files, file) ?? '', 'outline')
  if (!known || stars || (classes.length === 0 && !all)) return []
  const quoted = `("Missing subclass of ${base}"), the plugin does not start`
  const [other] = classes.filter(({ bases }) => bases.length > 0)
  const message =
    classes.length === 0
      ? `Write a class derived from ${base} in ${file}: there is no class in it ${quoted}.`
      : other
        ? `Derive a class in ${file} from ${base}: ${other.name} is derived from ${other.bases.join(', ')} and no other class from it either ${quoted}.`
        : `Derive a class in ${file} from ${base}: none of its classes has a base, so the SDK finds none ${quoted}.`
  const rule = classes.length === 0 ? 'python-class' : 'python-base'
  return [view.finding(from, { rule, by: all ? ['G5'] : [], message, path: at })]
}

/** At most one class of the second base, and one where the YAML calls for it: `plugin_registration.py: _resolve_trigger_providers`. */
function judgeSecond(
  view: PluginView,
  from: string,
  file: string,
  { pythonAlso }: DocumentType,
  value: unknown,
  at: YamlPath,
): Finding[] {
  if (!pythonAlso) return []
  const { base, at: declared, refusal } = pythonAlso
  const { names, all, known } = derivedIn(view.files, file, base)
  if (names.length > 1) return [severalClasses(view, from, file, base, at, `Multiple ${base} subclasses found`)]
  const place = declared.split('.')
  const { classes, stars } = outlineOf(textOf(view.files, file) ?? '', 'outline')
  if (names.length > 0 || !isRecord(valueAt(value, place)) || !known || stars || classes.length === 0) return []
  return [
    view.finding(from, {
      rule: 'python-second-class',
      by: all ? ['G5'] : [],
      message: `Write a class derived from ${base} in ${file}: \`${declared}\` calls for it, the plugin does not start ("${refusal}").`,
      path: place,
    }),
  ]
}

function severalClasses(
  view: PluginView,
  from: string,
  file: string,
  base: string,
  at: YamlPath,
  refusal: string,
): Finding {
  const { names, certain } = derivedIn(view.files, file, base)
  const message = `Keep one class derived from ${base} in ${file}: ${names.join(', ')} are several, the plugin does not start ("${refusal}").`
  return view.finding(from, { rule: 'python-classes', by: certain ? ['G5'] : [], message, path: at })
}

/** A source in another encoding that its first lines declare (PEP 263). */
function hasCookie(content: FileContent | undefined): boolean {
  if (content === undefined) return false
  const head = String.fromCharCode(...bytesOf(content).slice(0, 300))
    .split('\n')
    .slice(0, 2)
  return head.some((line) => /^[ \t\f]*#.*?coding[:=][ \t]*[-\w.]+/.test(line))
}
