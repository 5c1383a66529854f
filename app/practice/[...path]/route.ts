import { notFound } from 'next/navigation'
import { answerPractice, practiceIsOn } from '@/lib/server/practice/answer-practice'

export const dynamic = 'force-dynamic'

/** The practice provider: an authorization server of its own, with its own clients and its own consent. */
function answer(request: Request): Promise<Response> {
  return practiceIsOn() ? answerPractice(request) : notFound()
}

export { answer as GET, answer as POST }
