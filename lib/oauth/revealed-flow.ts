import { array, number, object, string, tuple, type infer as Infer } from 'zod'

const headers = array(tuple([string(), string()]))

/** The secrets of a flow in clear, as its one answer has them that may: what a page shows for a while and keeps nowhere. */
export const revealedFlow = object({
  clientSecret: string(),
  accessToken: string().optional(),
  refreshToken: string().optional(),
  idToken: string().optional(),
  /** What was sent and came back as it was; `at` says which. */
  exchanges: array(
    object({
      at: number(),
      request: object({ url: string(), headers, body: string().optional() }),
      answer: object({ headers, body: string() }).optional(),
    }),
  ),
})

export type RevealedFlow = Infer<typeof revealedFlow>
