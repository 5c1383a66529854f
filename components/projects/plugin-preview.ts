import { checkPlugin } from '@/lib/plugin/check'
import { createPlugin } from '@/lib/plugin/create'
import type { Answers } from '@/lib/plugin/document'
import { textOf, type Files } from '@/lib/plugin/files'
import { packedFiles } from '@/lib/plugin/package/packed-files'

/** What New plugin shows of the files it would make. Plain data: the server sends the first one. */
export interface PluginPreview {
  paths: readonly string[]
  manifest: string
  errors: number
  publish: number
}

/** The files that these answers make; the answers are complete (`answersForCreate` fills in what is missing). */
export function filesOfAnswers(kinds: readonly string[], answers: Answers): Files {
  return createPlugin(kinds, answers)
}

/** The preview of such files, with the verdict of the same check that packing asks. */
export function previewOf(files: Files): PluginPreview {
  const findings = checkPlugin(packedFiles(files))
  return {
    paths: [...files.keys()],
    manifest: textOf(files, 'manifest.yaml') ?? '',
    errors: findings.filter(({ severity }) => severity === 'error').length,
    publish: findings.filter(({ severity }) => severity === 'publish').length,
  }
}
