import { findInFiles } from '@/lib/plugin/find/find-in-files'
import { searchPattern } from '@/lib/plugin/find/search-pattern'
import { spread, type Figure } from './figure'

const LINE = 'def forecast(place: str, days: int = 3) -> dict:  # returns the daily forecast of a place\n'

/** A word that is in every hundredth line, and one that is nowhere, in 5 MB of text. */
export async function measureSearch(): Promise<Figure[]> {
  const lines = Math.ceil((5 * 1024 * 1024) / LINE.length / 50)
  const text = Array.from({ length: lines }, (_, index) =>
    index % 100 === 0 ? LINE.replace('daily', 'needle') : LINE,
  ).join('')
  const files = new Map(Array.from({ length: 50 }, (_, index) => [`file_${index}.py`, `# ${index}\n${text}`] as const))
  return ['needle', 'nowhere'].flatMap((words) => {
    const found = searchPattern({ words, matchCase: false, wholeWord: false, regex: false })
    if (!found.ok) throw new Error(found.reason)
    const times = Array.from({ length: 20 }, () => {
      const began = performance.now()
      findInFiles(files, found.pattern)
      return performance.now() - began
    })
    return spread(`search 5 MB for a word that is ${words === 'needle' ? 'often there' : words}`, times, 'ms')
  })
}
