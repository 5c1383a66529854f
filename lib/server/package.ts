import 'server-only'
import { checkPlugin, located } from '@/lib/plugin/check'
import type { Files } from '@/lib/plugin/files'
import { packedFiles } from '@/lib/plugin/package/packed-files'
import { zipFiles } from '@/lib/plugin/package/pack'

/** A finding as it travels: with its place, without its fix. */
export interface FoundError {
  rule: string
  severity: string
  gates: readonly string[]
  message: string
  file: string
  /** Both from 1. */
  line: number
  column: number
  /** JSON pointer (RFC 6901). */
  pointer: string
}

export type Packed = { ok: true; bytes: Uint8Array } | { ok: false; findings: FoundError[] }

/** The package of these files, or the findings that keep Dify from installing it. */
export async function packChecked(files: Files): Promise<Packed> {
  const packed = packedFiles(files)
  const errors = checkPlugin(packed).filter((finding) => finding.severity === 'error')
  if (errors.length === 0) return { ok: true, bytes: await zipFiles(packed) }
  const findings = errors.map((finding) => {
    const { rule, severity, gates, message, file } = finding
    return { rule, severity, gates, message, file, ...located(finding, packed) }
  })
  return { ok: false, findings }
}
