import { findInFiles, replaceInFiles, type Hit } from '@/lib/plugin/find/find-in-files'
import { searchPattern, type Query } from '@/lib/plugin/find/search-pattern'
import type { Files } from '@/lib/plugin/files'

export type Asked =
  | { turn: number; files: Files; query: Query; preview?: string }
  | { turn: number; files: Files; query: Query; replacement: string; only: readonly Pick<Hit, 'file' | 'from'>[] }

export type Answered =
  | { turn: number; ok: false; reason: string }
  | { turn: number; ok: true; hits: Hit[]; more: boolean }
  | { turn: number; ok: true; texts: Map<string, string> }

// Searching stands apart from the page, so that an expression that never ends can be ended.
self.onmessage = ({ data }: MessageEvent<Asked>) => {
  const { turn, files, query } = data
  const found = searchPattern(query)
  const answer = (answered: Answered) => self.postMessage(answered)
  if (!found.ok) return answer({ turn, ...found })
  const asReplacement = (text: string) => ({ text, groups: query.regex })
  if ('replacement' in data) {
    const { replacement, only } = data
    return answer({ turn, ok: true, texts: replaceInFiles(files, found.pattern, asReplacement(replacement), only) })
  }
  const replacement = data.preview === undefined ? undefined : asReplacement(data.preview)
  return answer({ turn, ok: true, ...findInFiles(files, found.pattern, { replacement }) })
}
