import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { Playground } from '@/components/oauth/playground'
import { ownOrigin } from '@/lib/server/own-origin'
import { practiceIsOn } from '@/lib/server/practice/answer-practice'
import { currentPerson } from '../person'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'OAuth playground' }

/** The playground by itself, for whoever has a client ID and wants to know whether it works. */
export default async function OAuthPage() {
  return <Playground person={await currentPerson()} origin={ownOrigin(await headers())} practiceIsOn={practiceIsOn()} />
}
