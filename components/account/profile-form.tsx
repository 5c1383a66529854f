'use client'

import { Button } from '@/components/ui/button'
import { FieldRow } from '@/components/ui/field-row'
import { formTexts } from '@/components/ui/form-text'
import { InlineMessage } from '@/components/ui/inline-message'
import { Input } from '@/components/ui/input'
import { showToast } from '@/components/ui/toast'
import { useDeed } from '@/components/ui/use-deed'
import type { AccountActions } from './account-actions'

/** Name, e-mail address and password of an account. A change of the latter two asks for the password, where there is one. */
export function ProfileForm({
  name,
  email,
  password,
  actions,
}: {
  name: string
  email?: string
  /** The account has a password. */
  password: boolean
  actions: Pick<AccountActions, 'renameUser' | 'changeEmail' | 'addPassword' | 'changePassword'>
}) {
  const { busy, problem, run } = useDeed()
  return (
    <div className="grid gap-5">
      {problem && (
        <InlineMessage kind="error" title="Nothing changed.">
          {problem}
        </InlineMessage>
      )}
      <form
        onSubmit={(event) => {
          const text = formTexts(event)
          void run('name', () => actions.renameUser({ name: text('name') }))
        }}
      >
        <FieldRow label="Name" htmlFor="name">
          <div className="flex gap-2">
            <Input id="name" name="name" required maxLength={100} autoComplete="name" defaultValue={name} key={name} />
            <Button type="submit" busy={busy === 'name' && 'Changing'} className="max-sm:h-10">
              Change
            </Button>
          </div>
        </FieldRow>
      </form>
      {!password && (
        <form
          className="grid gap-2"
          onSubmit={(event) => {
            const text = formTexts(event)
            const given = { email: text('email'), password: text('new') }
            void run('add', () => actions.addPassword(given)).then(
              (done) => done && showToast('From now on you can sign in with e-mail and password too'),
            )
          }}
        >
          <p className="max-w-[64ch] text-ink-2">
            You sign in with GitHub. With an e-mail address and a password you can do without.
          </p>
          <FieldRow label="E-mail" htmlFor="new-email">
            <Input id="new-email" name="email" type="email" required autoComplete="email" />
          </FieldRow>
          <FieldRow label="Password" htmlFor="new-password">
            <div className="flex gap-2">
              <Input
                id="new-password"
                name="new"
                type="password"
                required
                minLength={8}
                autoComplete="new-password"
                placeholder="At least 8 characters"
              />
              <Button type="submit" busy={busy === 'add' && 'Adding'} className="max-sm:h-10">
                Add
              </Button>
            </div>
          </FieldRow>
        </form>
      )}
      {email !== undefined && password && (
        <>
          <form
            className="grid gap-2"
            onSubmit={(event) => {
              const text = formTexts(event)
              const form = event.currentTarget
              const given = { email: text('email'), password: text('password') }
              void run('email', () => actions.changeEmail(given)).then((done) => done && form.reset())
            }}
          >
            <FieldRow label="E-mail" htmlFor="email">
              <Input
                id="email"
                name="email"
                type="email"
                required
                autoComplete="email"
                defaultValue={email}
                key={email}
              />
            </FieldRow>
            <FieldRow label="Password" htmlFor="email-password">
              <div className="flex gap-2">
                <Input
                  id="email-password"
                  name="password"
                  type="password"
                  required
                  autoComplete="current-password"
                  placeholder="Your password, to change the e-mail address"
                />
                <Button type="submit" busy={busy === 'email' && 'Changing'} className="max-sm:h-10">
                  Change
                </Button>
              </div>
            </FieldRow>
          </form>
          <form
            className="grid gap-2"
            onSubmit={(event) => {
              const text = formTexts(event)
              const form = event.currentTarget
              const given = { old: text('old'), password: text('new') }
              void run('password', () => actions.changePassword(given)).then((done) => {
                if (!done) return
                form.reset()
                showToast('Password changed, all other sessions ended')
              })
            }}
          >
            <FieldRow label="Old password" htmlFor="old-password">
              <Input id="old-password" name="old" type="password" required autoComplete="current-password" />
            </FieldRow>
            <FieldRow label="New password" htmlFor="new-password">
              <div className="flex gap-2">
                <Input
                  id="new-password"
                  name="new"
                  type="password"
                  required
                  minLength={8}
                  autoComplete="new-password"
                  placeholder="At least 8 characters"
                />
                <Button type="submit" busy={busy === 'password' && 'Changing'} className="max-sm:h-10">
                  Change
                </Button>
              </div>
            </FieldRow>
          </form>
        </>
      )}
    </div>
  )
}
