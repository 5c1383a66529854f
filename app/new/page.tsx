import type { Metadata } from 'next'
import { NewPlugin } from '@/components/projects/new-plugin'
import { filesOfAnswers, previewOf } from '@/components/projects/plugin-preview'
import { answersForCreate } from '@/components/projects/preview-answers'
import { settledAnswers } from '@/components/projects/settled-answers'
import { currentUser } from '@/lib/server/access'
import { newKindChoices } from '../kind-choices'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'New plugin' }

export default async function NewPluginPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { kind } = await searchParams
  const kinds = newKindChoices()
  const chosen = kinds.some(({ id }) => id === kind) ? [String(kind)] : kinds.slice(0, 1).map(({ id }) => id)
  const createdAt = new Date().toISOString().replace(/\.\d+/, '')
  const blank = { kinds: chosen, label: '', fileName: '', author: '', credentials: '', variant: '' } as const
  const first = previewOf(await filesOfAnswers(chosen, answersForCreate(settledAnswers(kinds, blank), createdAt)))
  const user = await currentUser()
  return <NewPlugin kinds={kinds} chosen={chosen} first={first} createdAt={createdAt} signedIn={user !== undefined} />
}
