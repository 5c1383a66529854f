import { isUuid } from './uuid'

/** Why a plugin cannot be called this, as one sentence; undefined where it can (manifest.md section 1: `PluginNameRegex`). */
export function nameProblem(name: string): string | undefined {
  if (name === '') return 'Give the plugin a name: Dify knows it as author/name.'
  if (!/^[a-z0-9_-]*$/.test(name))
    return 'Use only lower-case letters, digits, - and _ in the name: Dify refuses any other at upload.'
  return name.length > 128 ? 'Shorten the name to 128 characters: Dify refuses a longer one at upload.' : undefined
}

/** Why this cannot be the author, as one sentence; undefined where it can (manifest.md section 1: `AuthorRegex`, G3). */
export function authorProblem(author: string): string | undefined {
  if (author === '') return 'Say who the author is: Dify knows the plugin as author/name.'
  if (!/^[a-z0-9_-]*$/.test(author))
    return 'Use only lower-case letters, digits, - and _ in the author: Dify refuses any other at upload.'
  if (author.length > 64) return 'Shorten the author to 64 characters: Dify refuses a longer one at upload.'
  return isUuid(author)
    ? 'Choose an author that does not read as a UUID: Dify takes such a plugin for one that is being debugged.'
    : undefined
}

/** The word in this author that the marketplace keeps for itself; Dify takes such a plugin from anywhere else. */
export function reservedWord(author: string): string | undefined {
  return ['langgenius', 'dify'].find((word) => author.includes(word))
}

/** A name as words: `nimbra_weather` → "Nimbra Weather". */
export function labelOf(name: string): string {
  const words = name.split(/[_-]+/).filter((word) => word !== '')
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || name
}

/** The name a plugin gets from what a person calls it: "Nimbra Weather" → `nimbra_weather`; empty where no letter is left. */
export function nameFromLabel(label: string): string {
  const plain = label.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain
    .replace(/[^a-z0-9_-]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 128)
    .replace(/_+$/, '')
}

/** A name for an item or provider: `provider` is taken, since the SDK would look for its options elsewhere (stubs.md section 2). */
export function itemName(name: string): string {
  return name === 'provider' ? 'provider_plugin' : name
}
