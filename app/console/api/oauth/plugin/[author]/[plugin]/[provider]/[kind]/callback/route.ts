import { answerCallback } from '@/app/oauth/callback/answer-callback'
import { answerPost } from '@/app/oauth/callback/answer-post'

export const dynamic = 'force-dynamic'

/** The path of Dify's own callback, so that a service that knows that path can be tried here. */
export const GET = answerCallback

/** An answer that was posted is not taken. */
export const POST = answerPost
