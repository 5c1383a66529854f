'use client'

import { useId } from 'react'
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
          <PasswordRow label="Password" name="new" verb="Add" busy={busy === 'add' && 'Adding'} />
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
            <PasswordRow
              label="Password"
              name="password"
              hint="Your password, to change the e-mail address"
              verb="Change"
              busy={busy === 'email' && 'Changing'}
            />
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
            <PasswordRow label="Old password" name="old" />
            <PasswordRow label="New password" name="new" verb="Change" busy={busy === 'password' && 'Changing'} />
          </form>
        </>
      )}
    </div>
  )
}

/** A password: a `new` one to be chosen, or the one that there is; the last of a form with its button. */
function PasswordRow({
  label,
  name,
  hint,
  verb,
  busy,
}: {
  label: string
  name: 'old' | 'new' | 'password'
  hint?: string
  verb?: string
  busy?: string | false
}) {
  const id = useId()
  const kind =
    name === 'new'
      ? { autoComplete: 'new-password', minLength: 8, placeholder: 'At least 8 characters' }
      : { autoComplete: 'current-password', placeholder: hint }
  return (
    <FieldRow label={label} htmlFor={id}>
      <div className="flex gap-2">
        <Input id={id} name={name} type="password" required {...kind} />
        {verb !== undefined && (
          <Button type="submit" busy={busy} className="max-sm:h-10">
            {verb}
          </Button>
        )}
      </div>
    </FieldRow>
  )
}
