import type { Metadata } from 'next'
import Link from 'next/link'
import { cache } from 'react'
import { notFound } from 'next/navigation'
import { ActivityList } from '@/components/activity/activity-list'
import { Invitations } from '@/components/teams/invitations'
import { MemberList } from '@/components/teams/member-list'
import { TeamProjects } from '@/components/teams/team-projects'
import { TeamSettings } from '@/components/teams/team-settings'
import { PageSection } from '@/components/ui/page-section'
import { SettingsPage } from '@/components/ui/settings-page'
import { allows, requireTeam } from '@/lib/server/access'
import { listAudit } from '@/lib/server/audit-list'
import { mailIsSet } from '@/lib/server/mail'
import { listProjects } from '@/lib/server/list-projects'
import { teamProjects } from '@/lib/server/teams/delete-team'
import { listInvitations } from '@/lib/server/teams/invitations'
import { listMembers } from '@/lib/server/teams/members'
import { teamNameOf } from '@/lib/server/teams/teams'
import { roleWords } from '@/lib/roles'
import { activityRows } from '../../activity-rows'
import * as teamActions from '../actions'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ teamId: string }>
}

const load = cache(async (teamId: string) => {
  const { user, role } = await requireTeam(teamId, 'view')
  return { user, role, name: (await teamNameOf(teamId)) ?? notFound() }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).teamId)).name }
}

/** A team: who is in it, who may join, what it has, what was done, and how it ends. */
export default async function TeamPage({ params }: Props) {
  const { teamId } = await params
  const { user, role, name } = await load(teamId)
  // a module is no plain object, and only those reach the browser
  const actions = { ...teamActions }
  const owner = role === 'own'
  const now = new Date().toISOString()
  const projects = await teamProjects(teamId)
  const own = (await listProjects(user.id)).filter((project) => project.role === 'own' && !project.team)
  const invitations = owner ? await listInvitations(teamId) : []
  const { rows } = owner ? await listAudit({ teamId }) : { rows: [] }
  return (
    <SettingsPage
      title={name}
      crumbs={[{ href: '/teams', text: 'Teams' }]}
      note={`You are ${roleWords[role].article} here. ${roleWords[role].means}`}
    >
      <PageSection id="members" title="Members">
        <MemberList
          teamId={teamId}
          members={(await listMembers(teamId)).map(({ userId, name, email, role }) => ({ userId, name, email, role }))}
          me={user.id}
          owner={owner}
          actions={actions}
        />
      </PageSection>
      {owner && (
        <PageSection
          id="invitations"
          title="Invite"
          note="Whoever takes an invitation joins with the role that you choose."
        >
          <Invitations
            teamId={teamId}
            invitations={invitations.map(({ createdAt, id, role, email, invitedBy }) => ({
              ...{ id, role, email, invitedBy },
              createdAt: createdAt.toISOString(),
            }))}
            mails={mailIsSet()}
            now={now}
            actions={actions}
          />
        </PageSection>
      )}
      <PageSection id="projects" title="Plugins">
        <TeamProjects
          teamId={teamId}
          projects={projects}
          own={own.map(({ id, label, name }) => ({ id, label: label || name }))}
          owner={owner}
          editor={allows(role, 'edit')}
          actions={actions}
        />
      </PageSection>
      {owner && (
        <PageSection
          id="activity"
          title="Activity"
          action={
            <Link href={`/teams/${teamId}/activity`} className="link">
              All of it
            </Link>
          }
        >
          <ActivityList rows={activityRows(rows.slice(0, 8))} now={now} />
        </PageSection>
      )}
      <PageSection id="settings" title={owner ? 'Settings' : 'Leave'}>
        <TeamSettings teamId={teamId} name={name} owner={owner} projects={projects} actions={actions} />
      </PageSection>
    </SettingsPage>
  )
}
