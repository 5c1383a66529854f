'use client'

import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Finding } from '@/lib/plugin/document'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import type { FormSource } from './form-source'

const SourceContext = createContext<FormSource | undefined>(undefined)

export const SourceProvider = SourceContext.Provider

export function useSource(): FormSource {
  const source = useContext(SourceContext)
  if (!source) throw new Error('A field needs a SourceProvider around it.')
  return source
}

/** A reading of the document; the component is drawn again only when it is another value. */
export function useReading<T>(read: (source: FormSource) => T): T {
  const source = useSource()
  const now = () => read(source)
  return useSyncExternalStore(source.subscribe, now, now)
}

export function useValue(path: YamlPath): unknown {
  return useReading((source) => valueAt(source.value(), path))
}

export function useDisabled(): boolean {
  return useReading((source) => source.disabled())
}

/** True while the focused field is this one or stands inside it. */
export function holdsFocus(at: YamlPath, path: YamlPath): boolean {
  return at.length > 0 && startsWith(at, path)
}

const none: readonly Finding[] = []
const byPlace = new WeakMap<readonly Finding[], Map<string, readonly Finding[]>>()

/** The findings of this field itself, or also of what stands inside it. */
export function useFindings(path: YamlPath, inside = false): readonly Finding[] {
  return useReading((source) => {
    const all = source.findings()
    if (all.length === 0) return none
    let places = byPlace.get(all)
    if (!places) byPlace.set(all, (places = new Map()))
    const key = `${inside ? 'in' : 'at'}${source.file}${JSON.stringify(path)}`
    let found = places.get(key)
    if (!found) {
      const here = all.filter(
        (finding) =>
          finding.file === source.file &&
          finding.path &&
          (inside || finding.path.length === path.length) &&
          startsWith(finding.path, path),
      )
      places.set(key, (found = here.length === 0 ? none : here))
    }
    return found
  })
}

export function startsWith(path: YamlPath, start: YamlPath): boolean {
  return start.length <= path.length && start.every((key, index) => String(key) === String(path[index]))
}
