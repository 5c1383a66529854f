import type { Finding } from '../document'
import { textOf, type Files } from '../files'
import { rangeOf } from '../yaml/locate'
import { parseYaml, type YamlPath } from '../yaml/parse'
import { findingOf, type Report } from './report'

/** Advice on a place of a document that no gate minds, for checks that see the whole plugin (`DocumentType.check`). */
export function adviceAt(
  files: Files,
  file: string,
  path: YamlPath,
  report: Omit<Report, 'by' | 'path' | 'range'>,
): Finding {
  const text = textOf(files, file)
  const range = text === undefined ? undefined : rangeOf(parseYaml(text), path)
  return findingOf(file, [], undefined, { ...report, by: [], path, ...(range ? { range } : {}) })
}
