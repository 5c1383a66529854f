import type { ItemMeta } from '@/lib/plugin/document'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import { followingTexts, nameKeyOf } from '@/lib/plugin/schema/new-item'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import type { AlsoSet, FormSource } from '../form-source'
import { startsWith } from '../source-context'

/** A source that, with the name of an item of this list, also writes the texts that still are what the name made of them. */
export function followName(source: FormSource, item: ItemMeta | undefined, list: YamlPath): FormSource {
  if (!item) return source
  const nameKey = nameKeyOf(item)

  function also(entry: YamlPath, from: unknown, to: unknown, stays: YamlPath = entry): AlsoSet[] {
    if (!item || typeof from !== 'string' || typeof to !== 'string') return []
    return followingTexts(item, valueAt(source.value(), entry), from, to).map(({ path, value }) => ({
      at: [...stays, ...path],
      value,
    }))
  }

  return {
    ...source,
    set(at, value, label, more = []) {
      const entry = at.slice(0, -1)
      const isName = at.length === list.length + 2 && at.at(-1) === nameKey && startsWith(at, list)
      const follow = isName ? also(entry, valueAt(source.value(), at), value) : []
      return source.set(at, value, label, [...more, ...follow])
    },
    rename(at, key, label, more = []) {
      const isName = at.length === list.length + 1 && startsWith(at, list)
      const follow = isName ? also(at, at.at(-1), key, [...list, key]) : []
      return source.rename(at, key, label, [...more, ...follow])
    },
  }
}
