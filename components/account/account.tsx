'use client'

import Link from 'next/link'
import { ActivityList, type ActivityRow } from '@/components/activity/activity-list'
import type { Person } from '@/components/projects/account-menu'
import { endSession as signOutHere } from '@/components/projects/end-session'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { PageSection } from '@/components/ui/page-section'
import type { AccountActions } from './account-actions'
import { DeleteAccount, type Deletion } from './delete-account'
import { LookChoice } from './look-choice'
import { ProfileForm } from './profile-form'
import { SessionList, type SessionRow } from './session-list'

export interface AccountProps {
  person: Person
  /** The account has a password. */
  password: boolean
  sessions: readonly SessionRow[]
  /** What was done with the account itself, the latest first. */
  deeds: readonly ActivityRow[]
  deletion: Deletion
  /** What is typed to delete an account without a password. */
  deleteWord: string
  now: string
  actions: AccountActions
}

/** Who is signed in, where, how it looks, and the way out with everything. */
export function Account({ person, password, sessions, deeds, deletion, deleteWord, now, actions }: AccountProps) {
  return (
    <>
      {person.guest ? (
        <PageSection
          id="person"
          title="Guest"
          note="Your plugins belong to this browser and are gone when its data is cleared. An account keeps them."
        >
          <Link href="/sign-in" className={buttonStyle()}>
            Keep the work with an account
          </Link>
        </PageSection>
      ) : (
        <PageSection id="person" title="You" action={<Button onClick={() => void signOutHere()}>Sign out</Button>}>
          <ProfileForm name={person.name} email={person.email} password={password} actions={actions} />
        </PageSection>
      )}
      <PageSection id="look" title="Look">
        <LookChoice />
      </PageSection>
      <PageSection
        id="sessions"
        title="Sessions"
        note="Browsers that are signed in. Ending one signs it out at its next request; what it saved stays."
      >
        <SessionList sessions={sessions} now={now} actions={actions} />
      </PageSection>
      {deeds.length > 0 && (
        <PageSection id="deeds" title="Activity" note="What was done with this account itself. Only you see it.">
          <ActivityList rows={deeds} now={now} />
        </PageSection>
      )}
      <PageSection id="delete" title={person.guest ? 'Delete everything' : 'Delete the account'}>
        <DeleteAccount
          deletion={deletion}
          password={password}
          word={deleteWord}
          deleteAccount={actions.deleteAccount}
        />
      </PageSection>
    </>
  )
}
