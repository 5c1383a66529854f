import type { Metadata } from 'next'
import { ResetForm } from '@/components/account/reset-form'
import { PageSection } from '@/components/ui/page-section'
import { SettingsPage } from '@/components/ui/settings-page'
import { mailIsSet } from '@/lib/server/mail'
import { askReset, resetPassword } from './actions'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'New password' }

/** For who forgot the password; the token of a link stands in the fragment, which no server sees. */
export default function ResetPage() {
  return (
    <SettingsPage title="Set a new password" crumbs={[{ href: '/sign-in', text: 'Sign in' }]}>
      <PageSection id="reset" title="Forgotten password">
        <ResetForm mails={mailIsSet()} actions={{ askReset, resetPassword }} />
      </PageSection>
    </SettingsPage>
  )
}
