import { array, enum as oneOf, object, string, type z } from 'zod'
import { signIns } from '@/lib/plugin/project/sign-in'
import { authorProblem, nameFromLabel, nameProblem, reservedWord } from '@/lib/plugin/project/names'

/** Why this cannot name the plugin, in one sentence; undefined when it can. */
function fileNameProblem(name: string): string | undefined {
  if (name === '') return 'Give a name for the files, such as weather. Dify takes only Latin letters and digits there.'
  return nameProblem(name)
}

/** What an author looks like whose signs Dify takes: "Salt Marsh" → salt-marsh. Empty where no letter or digit is left. */
function legalAuthor(author: string): string {
  const plain = author.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const joined = /^[a-z0-9_-]*$/.test(plain) ? plain : plain.replace(/[^a-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '')
  return /[a-z0-9]/.test(joined) ? joined : ''
}

/** Why this is no author to begin with: Dify would refuse it, or the marketplace later. */
function newAuthorProblem(author: string): string | undefined {
  const reserved = reservedWord(author)
  const legal = author === '' ? '' : legalAuthor(author)
  if (legal !== '' && legal !== author)
    return `Use ${legal}: Dify refuses other signs than a-z, 0-9, - and _ at upload.`
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
  /** Empty while nobody chose: the kind's usual one. */
  credentials: oneOf(['', ...signIns]),
  /** Id of a variant of the chosen kind; empty or another kind's: its first. */
  variant: string(),
}).superRefine(({ label, fileName, author }, context) => {
  const name = fileNameProblem(fileName || nameFromLabel(label))
  if (name && label !== '') context.addIssue({ code: 'custom', path: ['fileName'], message: name })
  const problem = newAuthorProblem(author)
  if (problem) context.addIssue({ code: 'custom', path: ['author'], message: problem })
})

export type NewPluginAnswers = z.infer<typeof newPluginSchema>
