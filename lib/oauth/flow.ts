import { z } from 'zod'
import { oauthSettings } from './settings'
import { isStandard, type Standard } from './standard'

const parameter = z.object({ name: z.string(), value: z.string() })
const headers = z.array(z.tuple([z.string(), z.string()]))
const remark = z.object({
  verdict: z.enum(['pass', 'fail', 'bent', 'note']),
  text: z.string(),
  standard: z.custom<Standard>(isStandard).optional(),
  remedy: z.string().optional(),
  strict: z.boolean().optional(),
})

/**
 * What can be asked of a server once the person has come back; `try` is a GET with the token to an address typed by hand, `revoke` is of the
 * refresh token.
 */
export const steps = [
  'exchange',
  'client-credentials',
  'refresh',
  'introspect',
  'userinfo',
  'who-am-i',
  'try',
  'revoke',
  'revoke-access',
] as const

/** A request that was sent and what came back; no answer where the server could not be reached. Times in ms since 1970. */
const exchange = z.object({
  step: z.enum(steps),
  at: z.number(),
  request: z.object({ method: z.enum(['GET', 'POST']), url: z.string(), headers, body: z.string().optional() }),
  answer: z.object({ status: z.number(), headers, body: z.string(), milliseconds: z.number() }).optional(),
  /** Why there is no answer. */
  failure: z.string().optional(),
  remarks: z.array(remark),
})

/**
 * One client being tried, from its settings to its tokens: everything that the playground knows, secrets included. Kept sealed on the
 * server; pages get `shownFlow` of it.
 */
export const oauthFlow = z.object({
  /** The addresses filled in. */
  settings: oauthSettings,
  clientSecret: z.string(),
  redirectUri: z.string(),
  authorization: z
    .object({
      url: z.string(),
      state: z.string(),
      verifier: z.string().optional(),
      nonce: z.string().optional(),
      at: z.number(),
    })
    .optional(),
  callback: z
    .object({
      at: z.number(),
      parameters: z.array(parameter),
      remarks: z.array(remark),
      /** Gone once it was exchanged: a code works once. */
      code: z.string().optional(),
      error: z.string().optional(),
      description: z.string().optional(),
    })
    .optional(),
  exchanges: z.array(exchange),
})

export type OAuthFlow = z.infer<typeof oauthFlow>
export type Step = (typeof steps)[number]
export type Exchange = z.infer<typeof exchange>
