'use client'

import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { ItemMeta } from '@/lib/plugin/document'
import { textAt, valueAt } from '@/lib/plugin/schema/file-reference'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import type { FieldNode } from './field-node'
import { startsWith, useReading } from './source-context'

/** What holds in an entry where it says nothing itself, from the template that it names. */
interface Inherited {
  readonly base: YamlPath
  readonly values: Readonly<Record<string, unknown>>
}

const InheritedContext = createContext<Inherited | undefined>(undefined)

/** Around the fields of an entry: they show what its template brings. */
export function InheritedProvider({ node, path, children }: { node: FieldNode; path: YamlPath; children: ReactNode }) {
  const { item } = node
  const word = useReading((source) => item?.inherits && textAt(source.value(), [...path, item.inherits.from]))
  const at = JSON.stringify(path)
  const inherited = useMemo(
    () => (word === undefined ? undefined : { base: path, values: item?.inherits?.values[word] ?? {} }),
    [word, item, at], // eslint-disable-line react-hooks/exhaustive-deps -- a path is its words
  )
  return <InheritedContext value={inherited}>{children}</InheritedContext>
}

/** The value that a field has from the template while it has none of its own. */
export function useInherited(path: YamlPath): unknown {
  const inherited = useContext(InheritedContext)
  return inherited && path.length > inherited.base.length && startsWith(path, inherited.base)
    ? valueAt(inherited.values, path.slice(inherited.base.length))
    : undefined
}

/** The same for a whole entry, as its row shows it. */
export function inheritedBy(item: ItemMeta | undefined, value: unknown): unknown {
  const word = item?.inherits && textAt(value, [item.inherits.from])
  return word === undefined ? undefined : item?.inherits?.values[word]
}
