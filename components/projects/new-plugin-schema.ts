import { array, enum as oneOf, object, string, type z } from 'zod'

/** The longest name whose files have legal paths (manifest.md section 5: `group/<name>.yaml`, `provider/<name>.yaml`). */
const longestName = 100

/** A name for the files of what people call it: "Nimbra Weather" → nimbra_weather. Empty where no Latin letter or digit is left. */
export function fileNameOf(label: string): string {
  return label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, longestName)
    .replace(/_+$/, '')
}

const uuid = /^(\{?|urn:uuid:)[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\}?$/

/** Why this cannot be the author of a plugin (manifest.md section 1, author), in one sentence; undefined when it can. */
function authorProblem(author: string): string | undefined {
  if (author === '') return 'Give an author: Dify puts it before the name, as in your-name/weather.'
  if (author !== author.toLowerCase())
    return `Use lower-case letters: ${author.toLowerCase()}. Dify refuses others on upload.`
  if (!/^[a-z0-9_-]+$/.test(author))
    return 'Use only lower-case letters, digits, - and _. Dify refuses others on upload.'
  if (author.length > 64) return 'Use 64 characters at most. Dify refuses a longer author.'
  if (uuid.test(author)) return 'Use a name and not a UUID. Dify takes an author of that form for a workspace.'
  if (/langgenius|dify/.test(author))
    return 'Choose another author: the marketplace keeps “langgenius” and “dify” for itself.'
  return undefined
}

/** Why this cannot name the plugin's files, in one sentence; undefined when it can. */
function fileNameProblem(name: string): string | undefined {
  if (name === '') return 'Give a name for the files, such as weather. Dify takes only Latin letters and digits there.'
  if (!/^[a-z0-9_-]+$/.test(name)) return 'Use only lower-case letters, digits, - and _. Dify refuses others on upload.'
  if (name.length > longestName) return `Use ${longestName} characters at most: the names of files are made of it.`
  return undefined
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
  const name = fileNameProblem(fileName || fileNameOf(label))
  if (name && label !== '') context.addIssue({ code: 'custom', path: ['fileName'], message: name })
  const problem = authorProblem(author)
  if (problem) context.addIssue({ code: 'custom', path: ['author'], message: problem })
})

export type NewPluginAnswers = z.infer<typeof newPluginSchema>
