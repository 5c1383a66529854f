import 'server-only'
import { manifestPath, textOf, type Files } from '@/lib/plugin/files'
import { documentTypeById, kinds } from '@/lib/plugin/kinds/registry'
import { documentsOf } from '@/lib/plugin/references'
import { titleInside } from '@/lib/plugin/schema/title-inside'
import { parseYaml } from '@/lib/plugin/yaml/parse'
import { z } from 'zod'

export const countsSchema = z.array(z.object({ noun: z.string(), count: z.number() }))

/** What a project's card shows. */
export interface Card {
  author: string
  name: string
  version: string
  label: string
  description: string
  /** Items by what they are called, for example three of "tool". */
  counts: z.infer<typeof countsSchema>
  iconPath?: string
}

const text = z.preprocess(
  (value) => (['string', 'number', 'boolean'].includes(typeof value) ? String(value).slice(0, 2_000) : ''),
  z.string(),
)
const localized = z.union([z.looseObject({ en_US: text }).transform((value) => value.en_US), text])
const manifestSchema = z.looseObject({
  author: text,
  name: text,
  version: text,
  label: localized,
  description: localized,
  icon: text,
  icon_dark: text,
})

/** The path of the icon for the dark theme that this manifest names; undefined where it names none. */
export function darkIconOf(manifest: string): string | undefined {
  const read = manifestSchema.safeParse(parseYaml(manifest).value)
  return read.success && read.data.icon_dark !== '' ? `_assets/${read.data.icon_dark}` : undefined
}

/** The card of these files; whatever cannot be read is an empty text, and the name then is "Untitled plugin". */
export function cardOf(files: Files): Card {
  const value = parseYaml(textOf(files, manifestPath) ?? '').value
  const read = manifestSchema.parse(manifestSchema.safeParse(value).success ? value : {})
  const iconPath = read.icon && files.has(`_assets/${read.icon}`) ? `_assets/${read.icon}` : undefined
  return {
    author: read.author,
    name: read.name,
    version: read.version,
    label: read.label || read.name || 'Untitled plugin',
    description: read.description,
    counts: countsOf(files),
    iconPath,
  }
}

/** True when a change of these paths can change the card. */
export function touchesCard(paths: Iterable<string>): boolean {
  return [...paths].some((path) => /\.ya?ml$/i.test(path) || path.startsWith('_assets/'))
}

function countsOf(files: Files): Card['counts'] {
  const types = [...documentsOf(files).values()]
  return kinds
    .flatMap((kind) => kind.items)
    .map((item) => ({
      noun: titleInside(documentTypeById(item.id)?.title ?? item.id),
      count: types.filter((type) => type === item.id).length,
    }))
    .filter(({ count }) => count > 0)
}
