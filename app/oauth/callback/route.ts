import { answerCallback } from './answer-callback'

export const dynamic = 'force-dynamic'

/** Our own redirect URI. */
export const GET = answerCallback
