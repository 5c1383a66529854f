import { kinds } from '#kinds'
import type { DocumentType } from '../document'
import type { Kind } from '../kind'
import { manifestType } from '../manifest/manifest'
import { kindHeads } from './kind-heads'

export { hasKinds, kinds, loadKinds } from '#kinds'

const manifest = manifestType(kindHeads)

/** The kind with this id. */
export function kindById(id: string): Kind | undefined {
  return kinds.find((kind) => kind.id === id)
}

/** The kind whose files stand under this key of the manifest's `plugins`. */
export function kindOfSection(manifestKey: string): Kind | undefined {
  return kinds.find((kind) => kind.manifestKey === manifestKey)
}

/** The manifest and all document types of all kinds, in a browser of those that are loaded. */
export function documentTypes(): readonly DocumentType[] {
  return [manifest, ...kinds.flatMap((kind) => [kind.root, ...kind.items])]
}

/** The document type with this id. */
export function documentTypeById(id: string): DocumentType | undefined {
  if (id === manifest.id) return manifest
  for (const { root, items } of kinds) {
    const type = root.id === id ? root : items.find((item) => item.id === id)
    if (type) return type
  }
  return undefined
}
