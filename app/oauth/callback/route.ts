import { answerCallback } from './answer-callback'
import { answerPost } from './answer-post'

export const dynamic = 'force-dynamic'

/** Our own redirect URI. */
export const GET = answerCallback

/** An answer that was posted is not taken. */
export const POST = answerPost
