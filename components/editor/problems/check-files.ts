import { checkPlugin } from '@/lib/plugin/check'
import type { Finding } from '@/lib/plugin/document'
import type { Files } from '@/lib/plugin/files'
import { packedFiles } from '@/lib/plugin/package/packed-files'

const order = { error: 0, publish: 1, advice: 2 }

/** What the check says of the files as they would be packed, the gravest first. */
export function findingsOf(files: Files): Finding[] {
  return gravestFirst(checkPlugin(packedFiles(files)))
}

export function gravestFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((one, other) => order[one.severity] - order[other.severity])
}
