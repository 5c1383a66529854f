import type { Files } from '@/lib/plugin/files'
import type { Place } from '@/lib/plugin/place-now'
import { pointerOf } from '@/lib/plugin/yaml/pointer'
import { placeName } from '../live/place-name'

/** A place in words: "Search, Label", or a file and its lines. */
export function nameOf(files: Files, file: string, { field, line, lines }: Place): string {
  if (field) return placeName(files, { file, at: pointerOf(field) })
  return lines > 1 ? `${file}, lines ${line} to ${line + lines - 1}` : `${file}, line ${line}`
}
