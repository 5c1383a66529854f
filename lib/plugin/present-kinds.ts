import { manifestPath, type Files } from './files'
import { kindHeads, type KindHead } from './kinds/kind-heads'
import { hasKinds } from './kinds/registry'
import { signInPart } from './kinds/sign-in-part'
import { referencesFrom } from './references'

/** The kinds that this plugin has: those whose section of the manifest lists something. */
export function presentKinds(files: Files): readonly KindHead[] {
  const roots = new Set(referencesFrom(files, manifestPath).map((ref) => ref.as))
  return kindHeads.filter((kind) => roots.has(kind.rootId))
}

/** Ids of the kinds that this plugin has and that are not loaded yet, and of the part for sign-ins where it has one. */
export function missingKinds(files: Files): string[] {
  const missing = presentKinds(files).flatMap(({ id }) => (hasKinds([id]) ? [] : [id]))
  return hasKinds([signInPart]) || !hasSignIn(files) ? missing : [...missing, signInPart]
}

function hasSignIn(files: Files): boolean {
  return [...files.values()].some((content) => typeof content === 'string' && content.includes('oauth_schema'))
}
