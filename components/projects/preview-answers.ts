import type { Answers } from '@/lib/plugin/kind'
import { nameFromLabel } from '@/lib/plugin/project/names'
import { newPluginSchema } from './new-plugin-schema'
import type { SettledAnswers } from './settled-answers'

/** What the preview shows where an answer is missing or not usable yet. */
export const example = { label: 'My plugin', author: 'your-name' } as const

/** Answers for `createPlugin` of what stands in the form now, once it is settled. */
export function answersForCreate(form: SettledAnswers, createdAt: string): Answers {
  const problems = new Set(
    newPluginSchema.safeParse({ ...form, variant: form.variant ?? '' }).error?.issues.map(({ path }) => path[0]),
  )
  const label = problems.has('label') ? example.label : form.label.trim()
  const name = problems.has('fileName') ? '' : form.fileName || nameFromLabel(label)
  return {
    name: name || nameFromLabel(example.label),
    label,
    author: problems.has('author') ? example.author : form.author,
    credentials: form.credentials,
    variant: form.variant,
    createdAt,
  }
}
