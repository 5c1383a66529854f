import type { DocumentType, Kind } from '../document'
import { manifestType } from '../manifest/manifest'
import { endpointKind } from './endpoint/kind'
import { toolKind } from './tool/kind'

/** The only list of kinds: a new kind is one folder and one line here. */
export const kinds: readonly Kind[] = [toolKind, endpointKind]

const types: readonly DocumentType[] = [manifestType(kinds), ...kinds.flatMap((kind) => [kind.root, ...kind.items])]

/** The kind with this id. */
export function kindById(id: string): Kind | undefined {
  return kinds.find((kind) => kind.id === id)
}

/** The kind whose files stand under this key of the manifest's `plugins`. */
export function kindOfSection(manifestKey: string): Kind | undefined {
  return kinds.find((kind) => kind.manifestKey === manifestKey)
}

/** The manifest and all document types of all kinds. */
export function documentTypes(): readonly DocumentType[] {
  return types
}

/** The document type with this id. */
export function documentTypeById(id: string): DocumentType | undefined {
  return types.find((type) => type.id === id)
}
