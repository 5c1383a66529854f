import { answerCallback } from '@/app/oauth/callback/answer-callback'

export const dynamic = 'force-dynamic'

/** The path of Dify's own callback, so that a service that knows that path can be tried here. */
export const GET = answerCallback
