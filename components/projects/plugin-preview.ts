import { checkPlugin } from '@/lib/plugin/check'
import { createPlugin } from '@/lib/plugin/create'
import type { Answers } from '@/lib/plugin/kind'
import { textOf, type Files } from '@/lib/plugin/files'
import { loadKinds } from '@/lib/plugin/kinds/registry'
import { signInPart } from '@/lib/plugin/kinds/sign-in-part'
import { packedFiles } from '@/lib/plugin/package/packed-files'

/** What New plugin shows of the files it would make. Plain data: the server sends the first one. */
export interface PluginPreview {
  paths: readonly string[]
  manifest: string
  errors: number
  publish: number
}

/** The files that these answers make; the answers are complete (`answersForCreate` fills in what is missing). The kinds load first. */
export async function filesOfAnswers(kinds: readonly string[], answers: Answers): Promise<Files> {
  await loadKinds([...kinds, signInPart])
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
