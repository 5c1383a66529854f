import type { DocumentType } from '../document'
import { manifestPath, textOf, type Files } from '../files'
import { kindOfSection } from '../kinds/registry'
import { memoByText } from '../memo'
import { oldestSdk } from '../project/dependencies'
import { documentsOf, documentTypeOf, readDocument, referencesFrom } from '../references'
import { fieldTree } from '../schema/field-tree'
import { valueAt } from '../schema/file-reference'
import type { Origin } from '../schema/gate-rules'
import { walkFields } from '../schema/walk-fields'
import { isRecord } from '../yaml/nodes'
import type { YamlPath } from '../yaml/parse'
import { compareReleases } from './releases'
import { dotted, shown } from './report'

/** Something that a plugin uses and that came with a release (sdk.md section e, dify-api.md section 6). */
export interface Need extends Origin {
  /** "`date` as `parameters[0].type`" */
  what: string
  file: string
  path?: YamlPath
  /** Older SDKs do not start the plugin; else they leave this out. */
  refused: boolean
  /** Another rule asks for the release of Dify. */
  said: boolean
}

const known = new WeakMap<Files, readonly Need[]>()

/** All that the plugin uses and older releases of the SDK or of Dify do not know; remembered for these files. */
export function neededReleases(files: Files): readonly Need[] {
  const found = known.get(files) ?? [
    ...kindNeeds(files),
    ...[...documentsOf(files).keys()].flatMap((file) => [...documentNeeds(files, file), ...pythonNeeds(files, file)]),
  ]
  known.set(files, found)
  return found
}

/** The need with the highest release of the SDK or of Dify, and that release; undefined where any will do. */
export function highestNeed(needs: readonly Need[], of: 'sdk' | 'dify'): { need: Need; release: string } | undefined {
  return needs
    .flatMap((need) => (need[of] === undefined ? [] : [{ need, release: need[of] }]))
    .sort((one, other) => compareReleases(other.release, one.release))[0]
}

/** The lowest `meta.minimum_dify_version` that fits all of them; undefined where any Dify will do. */
export function neededDify(needs: readonly Need[]): string | undefined {
  return highestNeed(
    needs.map(({ dify, declares = dify, ...need }) => ({ ...need, dify: declares })),
    'dify',
  )?.release
}

/** The oldest SDK that has all that the plugin uses and that the marketplace takes. */
export function neededSdk(files: Files): string {
  const release = highestNeed(neededReleases(files), 'sdk')?.release
  return release !== undefined && compareReleases(release, oldestSdk) > 0 ? release : oldestSdk
}

function kindNeeds(files: Files): Need[] {
  const manifest = documentTypeOf(files, manifestPath)
  const text = textOf(files, manifestPath)
  const sections = manifest && text !== undefined && valueAt(readDocument(text, manifest).value, ['plugins'])
  if (!isRecord(sections)) return []
  return Object.entries(sections).flatMap(([key, list]) => {
    const kind = Array.isArray(list) && list.length > 0 ? kindOfSection(key) : undefined
    if (kind?.since === undefined) return []
    const { title, sdk, since, declares } = kind
    const what = title.toLowerCase()
    return [
      { what, file: manifestPath, path: ['plugins', key], sdk, dify: since, declares, refused: false, said: true },
    ]
  })
}

function documentNeeds(files: Files, file: string): Need[] {
  const type = documentTypeOf(files, file)
  const text = textOf(files, file)
  return type && text !== undefined ? fieldNeeds(text, type).map((need) => ({ ...need, file })) : []
}

const fieldNeeds = memoByText((text: string, type: DocumentType): readonly Omit<Need, 'file'>[] =>
  [...walkFields(readDocument(text, type).value, fieldTree(type))].flatMap(({ path, node, value }) => {
    const { words = [], came } = node.meta.gates ?? {}
    const stands = value !== null && value !== false && value !== undefined
    return [
      ...words
        .filter(({ only, fixed, sdk }) => only?.includes(String(value)) && (fixed ?? sdk) !== undefined)
        .map(({ fixed, sdk }) => ({
          what: `${shown(String(value))} as ${shown(dotted(path))}`,
          path,
          ...(fixed === undefined ? {} : { dify: fixed }),
          ...(sdk === undefined ? {} : { sdk }),
          refused: true,
          said: true,
        })),
      ...(came && stands ? [{ what: shown(dotted(path)), path, ...came, refused: false, said: false }] : []),
    ]
  }),
)

/** What Python of models and tools takes from the SDK (sdk.md sections a.0 and a.4). */
const pythonNames = [
  { name: 'get_current_session', sdk: '0.10.0', refused: true },
  { name: '_start_polling', sdk: '0.9.0', dify: '1.15.0', refused: false },
  { name: '_invoke_multimodal', sdk: '0.7.0', dify: '1.11.0', refused: false },
]

function pythonNeeds(files: Files, document: string): Need[] {
  return referencesFrom(files, document).flatMap(({ as, file }) => {
    const source = as === 'python' ? textOf(files, file) : undefined
    return source === undefined ? [] : sourceNeeds(source, file)
  })
}

const sourceNeeds = memoByText((source: string, file: string): Need[] =>
  pythonNames
    .filter(({ name }) => new RegExp(`^(?:[ \\t]*(?:from|def)\\b.*|[ \\t]+)\\b${name}\\b`, 'm').test(source))
    .map(({ name, ...origin }) => ({ what: shown(name), file, ...origin, said: false })),
)
