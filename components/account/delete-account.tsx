'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { formTexts } from '@/components/ui/form-text'
import { InlineMessage } from '@/components/ui/inline-message'
import { Input } from '@/components/ui/input'
import { useDeed } from '@/components/ui/use-deed'
import type { AccountActions } from './account-actions'

export interface Deletion {
  projects: readonly string[]
  teams: readonly string[]
  blockers: readonly string[]
}

const listed = (names: readonly string[], one: string, many: string) =>
  names.length > 0 &&
  `${names.length === 1 ? `1 ${one}` : `${names.length} ${many}`} (${names.map((name) => name || 'without a name').join(', ')})`

/** Taking everything along as one zip, and deleting the account; what goes is named before. */
export function DeleteAccount({
  deletion,
  password,
  word,
  deleteAccount,
}: {
  deletion: Deletion
  /** The account has a password, which is asked; else the word is typed. */
  password: boolean
  word: string
  deleteAccount: AccountActions['deleteAccount']
}) {
  const { busy, problem, run } = useDeed()
  const [open, setOpen] = useState(false)
  const gone = [listed(deletion.projects, 'plugin', 'plugins'), listed(deletion.teams, 'team', 'teams')].filter(Boolean)
  return (
    <div className="grid justify-items-start gap-3">
      <p className="max-w-[64ch] text-ink-2">
        Deleted with it: {gone.length > 0 ? gone.join(' and ') : 'no plugin and no team'}, your sessions, and all links
        that you shared. What you changed or said in the plugins of others stays there, without your name.
      </p>
      <a href="/api/account/export" download className={buttonStyle({ className: 'max-sm:h-10' })}>
        Download everything as a zip
      </a>
      {deletion.blockers.length > 0 ? (
        <InlineMessage kind="publish" title="Hand over first." className="w-full">
          Others are in {deletion.blockers.join(', ')}, and no other owner is.
        </InlineMessage>
      ) : open ? (
        <form
          className="grid w-full gap-2"
          onSubmit={(event) => {
            const text = formTexts(event)
            const proof = text('proof')
            void run('delete', () => deleteAccount({ proof })).then((deleted) => deleted && leave())
          }}
        >
          {problem && (
            <InlineMessage kind="error" title="Not deleted.">
              {problem}
            </InlineMessage>
          )}
          <label htmlFor="proof" className="text-ink-2">
            {password ? 'Give your password to delete the account.' : `Type ${word} to delete everything of yours.`}
          </label>
          <div className="flex flex-wrap gap-2">
            <div className="min-w-40 flex-1">
              <Input
                id="proof"
                name="proof"
                required
                autoFocus
                type={password ? 'password' : 'text'}
                autoComplete={password ? 'current-password' : 'off'}
              />
            </div>
            <Button type="submit" look="danger" busy={busy === 'delete' && 'Deleting'} className="max-sm:h-10">
              Delete the account
            </Button>
            <Button look="ghost" onClick={() => setOpen(false)} className="max-sm:h-10">
              Keep it
            </Button>
          </div>
        </form>
      ) : (
        <Button look="danger" onClick={() => setOpen(true)} className="max-sm:h-10">
          Delete the account
        </Button>
      )}
    </div>
  )
}

function leave(): void {
  // A full load, so that nothing of the person stays in memory.
  // eslint-disable-next-line @next/next/no-location-assign-relative-destination
  window.location.assign('/sign-in')
}
