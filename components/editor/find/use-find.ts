'use client'

import { useEffect, useRef, useState } from 'react'
import { findFields, type FieldHit } from '@/lib/plugin/find/find-fields'
import type { Files } from '@/lib/plugin/files'
import type { Query } from '@/lib/plugin/find/search-pattern'
import type { EditorState } from '../store/store'
import { useSettled } from '../store/use-settled'
import { createSearcher, type Found } from './searcher'

/** How long the hands must rest before a search. */
const REST_MS = 120

const filesOf = (state: EditorState) => state.files

export interface Results {
  found: Found
  /** In which it was looked for. */
  files: Files
  fields: readonly FieldHit[]
}

/** What the query finds in the files as they are, with what `preview` would put there; and the searcher that found it. */
export function useFind(query: Query, preview?: string) {
  const files = useSettled(filesOf)
  const [searcher] = useState(createSearcher)
  const [results, setResults] = useState<Results>()
  const latest = useRef(0)
  const key = JSON.stringify(query)
  useEffect(() => {
    const own = ++latest.current
    const asked: Query = JSON.parse(key)
    const timer = setTimeout(() => {
      if (asked.words === '') return setResults(undefined)
      const fields = asked.regex ? [] : findFields(files, asked.words)
      void searcher
        .find(files, asked, preview)
        .then((found) => own === latest.current && setResults({ found, fields, files }))
    }, REST_MS)
    return () => clearTimeout(timer)
  }, [files, key, preview, searcher])
  useEffect(() => searcher.stop, [searcher])
  return { results, searcher }
}
