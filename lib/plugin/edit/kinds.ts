import type { Answers, Kind, KindFiles } from '../kind'
import { manifestPath, type Files } from '../files'
import { besideRefusal } from '../kinds/beside'
import { kindHeads, type KindHead } from '../kinds/kind-heads'
import { kindById } from '../kinds/registry'
import { presentKinds } from '../present-kinds'
import { referencesFrom } from '../references'
import { textAt, valueAt } from '../schema/file-reference'
import { removeIn } from '../yaml/edit'
import { andThen, editText, following, refused, type Edited } from './edited'
import { listFile } from './item-list'
import { freeName, partsOf, takenPaths } from './names'
import { unreadable, valueOf } from './place'
import { removeDocument } from './remove-item'
import { renameFileEverywhere } from './rename-file'
import { addRequirements } from './requirements'
import { setWithParents } from './set-with-parents'

/** A kind that the plugin lacks, and why it cannot be added. */
export interface LackingKind extends KindHead {
  refusal?: string
}

/** The kinds that the plugin lacks, first those that may be added to what is there. */
export function lackingKinds(files: Files): readonly LackingKind[] {
  const present = presentKinds(files)
  const sections = valueAt(valueOf(files, manifestPath), ['plugins'])
  const known = new Set(kindHeads.map((kind) => kind.manifestKey))
  const unknown = Object.entries(Object(sections)).find(
    ([key, list]) => !known.has(key) && Array.isArray(list) && list.length > 0,
  )?.[0]
  const lacking = kindHeads.flatMap((kind): LackingKind[] => {
    if (present.includes(kind)) return []
    // A section of something newer: nothing is known of what may stand beside it.
    const refusal =
      unknown === undefined ? besideRefusal(kind, present) : `Nobody knows what may stand beside ${unknown}.`
    return [{ ...kind, refusal }]
  })
  return lacking.toSorted((one, other) => Number(one.refusal !== undefined) - Number(other.refusal !== undefined))
}

/** Adds another kind, which must be loaded: its files, its section of the manifest, the permissions and packages that it needs. Files that are there stay. */
export function addKind(files: Files, kindId: string, answers: Answers): Edited {
  const kind = kindById(kindId)
  if (!kind) return refused(`There is no kind ${kindId}.`, manifestPath)
  const lacking = lackingKinds(files).find(({ id }) => id === kindId)
  if (!lacking) return refused(`${kind.title} are in this plugin already.`, manifestPath)
  if (lacking.refusal !== undefined) return refused(lacking.refusal, manifestPath)
  const refusal = unreadable(files, manifestPath)
  if (refusal) return refusal
  const made = beside(files, kind, kind.create({ icons: iconsOf(files), ...answers }))
  const added = [...made.files].filter(([path]) => !files.has(path))
  let result: Edited = { ok: true, files: addRequirements(new Map([...files, ...added]), made.requirements ?? []) }
  for (const path of made.section) {
    result = andThen(result, (next) => listFile(next, manifestPath, ['plugins', kind.manifestKey], path))
  }
  for (const [path, value] of leavesOf(made.permission ?? {}, ['resource', 'permission'])) {
    result = andThen(result, (next) =>
      editText(next, manifestPath, (text) => setWithParents(text, valueOf(next, manifestPath), path, value)),
    )
  }
  return following(
    files,
    andThen(result, (next) => ({ ok: true, files: next, file: made.section[0] ?? manifestPath })),
  )
}

/** Removes a kind with its documents and Python, and its section of the manifest. The only kind stays. */
export function removeKind(files: Files, kindId: string): Edited {
  const kind = kindById(kindId)
  const roots = referencesFrom(files, manifestPath).filter((ref) => ref.as === kind?.root.id)
  if (!kind || roots.length === 0) return refused(`${kind?.title ?? kindId} is no part of this plugin.`, manifestPath)
  if (presentKinds(files).length < 2)
    return refused(
      `Add something else first: without ${kind.title} nothing is left that Dify could install.`,
      manifestPath,
    )
  let result: Edited = { ok: true, files }
  for (const root of roots) result = andThen(result, (next) => removeDocument(next, root.file))
  const section = ['plugins', kind.manifestKey]
  return following(
    files,
    andThen(result, (next) => editText(next, manifestPath, (text) => removeIn(text, section))),
  )
}

/** The plugin's own icons, for what is added to name. */
function iconsOf(files: Files): Answers['icons'] {
  const manifest = valueOf(files, manifestPath)
  const light = textAt(manifest, ['icon'])
  return light === undefined ? undefined : { light, dark: textAt(manifest, ['icon_dark']) }
}

/** The new kind's files under names that the plugin does not have yet; pictures that are there already are used as they are. */
function beside(files: Files, kind: Kind, made: KindFiles): KindFiles {
  const manifest = `${JSON.stringify({ plugins: { [kind.manifestKey]: made.section } })}\n`
  let result: Edited = { ok: true, files: new Map([...made.files, [manifestPath, manifest]]) }
  const isTaken = takenPaths([...files.keys(), ...made.files.keys()])
  const clashes = takenPaths(files.keys())
  for (const path of made.files.keys()) {
    if (!clashes(path) || path.startsWith('_assets/')) continue
    const { folder, stem, extension } = partsOf(path)
    const free = freeName(stem, (name) => isTaken(`${folder}${name}${extension}`))
    result = andThen(result, (next) => renameFileEverywhere(next, path, `${folder}${free}${extension}`))
  }
  if (!result.ok) return made
  const section = referencesFrom(result.files, manifestPath).flatMap((ref) =>
    ref.as === kind.root.id ? [ref.target] : [],
  )
  const own = new Map(result.files)
  own.delete(manifestPath)
  return { ...made, files: own, section }
}

/** A map that may be nested, as the places of its values. */
function leavesOf(value: unknown, at: readonly string[]): (readonly [readonly string[], unknown])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[at, value]]
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...at, key]))
}
