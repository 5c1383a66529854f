import { enum as oneOf, object, string, type z } from 'zod'
import { addressProblem } from '@/lib/oauth/address'
import { addressKeys, addressNames, oauthSettings, settingsOf } from '@/lib/oauth/settings'
import { fillIn, variablesIn } from '@/lib/oauth/variables'

const fields = object({
  presetId: string(),
  settings: oauthSettings.required(),
  clientSecret: string().max(10_000, 'A client secret has 10,000 characters at most.'),
  /** Which of our two callbacks the service is to send people to. */
  callback: oneOf(['own', 'dify']),
  target: object({
    author: string(),
    plugin: string(),
    provider: string(),
    kind: oneOf(['tool', 'datasource', 'trigger']),
  }),
  /** CONSOLE_API_URL of a self-hosted Dify. */
  selfHosted: string(),
})

/** The form as a browser may have kept it. */
export const keptForm = fields.partial()

/** What the form of the playground holds. The secret is never kept anywhere but in it. */
export const playgroundForm = fields.superRefine(({ settings }, context) => {
  const issue = (key: string, message: string) => context.addIssue({ code: 'custom', path: ['settings', key], message })
  if (settings.clientId.trim() === '') issue('clientId', 'Fill in the client ID that the service gave you.')
  const person = settings.grant === 'authorization_code'
  if (person && settings.authorizationUrl === '') issue('authorizationUrl', 'Give the address where people sign in.')
  if (settings.tokenUrl === '') issue('tokenUrl', 'Give the address where codes become tokens.')
  for (const key of addressKeys) {
    // Its variables are judged by themselves.
    const filled = fillIn(settings[key], settings.variables)
    const problem = settings[key] !== '' && filled.ok ? addressProblem(addressNames[key], filled.url) : undefined
    if (problem !== undefined) issue(key, problem)
  }
  for (const variable of variablesIn(settings)) {
    const filled = fillIn(`{${variable}}`, settings.variables)
    if (!filled.ok)
      context.addIssue({ code: 'custom', path: ['settings', 'variables', variable], message: filled.reason })
  }
})

export type PlaygroundForm = z.infer<typeof playgroundForm>

/** In the place of a preset, where the form holds a client of the practice provider. */
export const practicePreset = 'practice'

/** The form before anything was chosen. */
export const emptyForm: PlaygroundForm = {
  presetId: 'generic-oauth2',
  settings: settingsOf({}),
  clientSecret: '',
  callback: 'own',
  target: { author: '', plugin: '', provider: '', kind: 'tool' },
  selfHosted: '',
}
