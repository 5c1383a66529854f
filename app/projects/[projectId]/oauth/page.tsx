import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Playground } from '@/components/oauth/playground'
import { currentPerson } from '@/app/person'
import { readOAuthCode } from '@/lib/plugin/oauth/read-code'
import { oauthTargets } from '@/lib/plugin/oauth/targets'
import { allows, requireAccess } from '@/lib/server/access'
import { guestsOf } from '@/lib/server/accounts'
import { ownOrigin } from '@/lib/server/own-origin'
import { practiceIsOn } from '@/lib/server/practice/answer-practice'
import { loadProject } from '@/lib/server/projects'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ projectId: string }>
}

const load = cache(async (projectId: string) => {
  const { role, user } = await requireAccess(projectId, 'view')
  return { role, user, ...((await loadProject(projectId, role)) ?? notFound()) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project } = await load((await params).projectId)
  return { title: `OAuth · ${project.label || project.name}` }
}

/** The playground of one plugin: its redirect URIs are those of the plugin's own providers. */
export default async function ProjectOAuthPage({ params }: Props) {
  const { projectId } = await params
  const { role, user, project, files } = await load(projectId)
  return (
    <Playground
      person={await currentPerson()}
      origin={ownOrigin(await headers())}
      practiceIsOn={practiceIsOn()}
      project={{
        id: projectId,
        label: project.label || project.name,
        self: [user.id, ...(await guestsOf(user))],
        readOnly: !allows(role, 'edit'),
        targets: oauthTargets(files).map((target) => ({ ...target, found: readOAuthCode(files, target.file) })),
      }}
    />
  )
}
