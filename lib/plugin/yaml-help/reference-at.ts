import type { Files } from '../files'
import { referencesFrom } from '../references'
import { rangeOf } from '../yaml/locate'
import { parseYaml } from '../yaml/parse'

/** The file that is named at an offset of a document, where the plugin has it. */
export function referenceAt(files: Files, file: string, text: string, offset: number): string | undefined {
  const yaml = parseYaml(text)
  return referencesFrom(files, file).find((ref) => {
    const range = rangeOf(yaml, ref.at)
    return range !== undefined && range.from <= offset && offset <= range.to && files.has(ref.file)
  })?.file
}
