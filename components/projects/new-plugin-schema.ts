import { array, enum as oneOf, object, string, type z } from 'zod'
import { authorProblem, nameFromLabel, nameProblem, reservedWord } from '@/lib/plugin/project/names'

/** Why this cannot name the plugin, in one sentence; undefined when it can. */
function fileNameProblem(name: string): string | undefined {
  if (name === '') return 'Give a name for the files, such as weather. Dify takes only Latin letters and digits there.'
  return nameProblem(name)
}

/** Why this is no author to begin with: Dify would refuse it, or the marketplace later. */
function newAuthorProblem(author: string): string | undefined {
  const reserved = reservedWord(author)
  return (
    authorProblem(author) ??
    (reserved && `Choose another author: the marketplace keeps “${reserved}” for itself and refuses it in any other.`)
  )
}

/** What New plugin asks. `fileName` is empty while it follows from the label. */
export const newPluginSchema = object({
  kinds: array(string()).min(1, 'Choose what the plugin gives Dify.'),
  label: string()
    .trim()
    .min(1, 'Give the plugin a name, as people will read it in Dify.')
    .max(128, 'Use 128 characters at most.'),
  fileName: string(),
  author: string(),
  credentials: oneOf(['none', 'api-key']),
}).superRefine(({ label, fileName, author }, context) => {
  const name = fileNameProblem(fileName || nameFromLabel(label))
  if (name && label !== '') context.addIssue({ code: 'custom', path: ['fileName'], message: name })
  const problem = newAuthorProblem(author)
  if (problem) context.addIssue({ code: 'custom', path: ['author'], message: problem })
})

export type NewPluginAnswers = z.infer<typeof newPluginSchema>
