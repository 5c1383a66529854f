'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { FieldRow } from '@/components/ui/field-row'
import { formTexts } from '@/components/ui/form-text'
import { InlineMessage } from '@/components/ui/inline-message'
import { Input } from '@/components/ui/input'
import { takeSecret } from '@/components/ui/take-secret'
import { useDeed, type Answer } from '@/components/ui/use-deed'

export interface ResetActions {
  askReset: (given: { email: string }) => Promise<Answer>
  resetPassword: (given: { token: string; password: string }) => Promise<Answer>
}

/** Asking for a link to set a new password, and, where such a link led here, setting it. */
export function ResetForm({ mails, actions }: { mails: boolean; actions: ResetActions }) {
  const { busy, problem, run } = useDeed()
  const [token, setToken] = useState<string>()
  const [done, setDone] = useState<'asked' | 'set'>()

  useEffect(() => {
    const read = () => setToken(takeSecret('plugwright-reset'))
    read()
    // a link that is opened where this page stands already
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])

  if (done === 'set')
    return (
      <>
        <InlineMessage kind="advice" title="The new password holds.">
          Every browser was signed out.
        </InlineMessage>
        <Link href="/sign-in" className={buttonStyle({ look: 'primary', size: 'large', className: 'mt-4' })}>
          Sign in
        </Link>
      </>
    )
  if (token === undefined) return null
  const trouble = problem && (
    <InlineMessage kind="error" title={token ? 'No password set.' : 'Nothing sent.'}>
      {problem}
    </InlineMessage>
  )
  if (token !== '')
    return (
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          const text = formTexts(event)
          const password = text('password')
          void run('set', () => actions.resetPassword({ token, password })).then((set) => {
            if (!set) return
            takeSecret('plugwright-reset', true)
            setDone('set')
          })
        }}
      >
        {trouble}
        <FieldRow label="New password" htmlFor="password">
          <Input
            id="password"
            name="password"
            type="password"
            required
            minLength={8}
            autoComplete="new-password"
            data-ready-control
            placeholder="At least 8 characters"
          />
        </FieldRow>
        <div className="flex flex-wrap gap-2 sm:pl-[124px]">
          <Button type="submit" look="primary" size="large" busy={busy === 'set' && 'Setting'} className="max-sm:h-11">
            Set the new password
          </Button>
          <Button
            look="ghost"
            size="large"
            className="max-sm:h-11"
            onClick={() => {
              takeSecret('plugwright-reset', true)
              setToken('')
            }}
          >
            Ask for another link
          </Button>
        </div>
      </form>
    )
  if (!mails)
    return (
      <p className="max-w-[64ch] text-ink-2">
        No mail server is set up here. Whoever runs this Plugwright can make a link for you with{' '}
        <code>npm run reset-password -- EMAIL</code>.
      </p>
    )
  if (done === 'asked')
    return (
      <InlineMessage kind="advice" title="Look into your mail.">
        If the address has an account, a link is on its way. It works once, for an hour.
      </InlineMessage>
    )
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        const text = formTexts(event)
        const email = text('email')
        void run('ask', () => actions.askReset({ email })).then((asked) => asked && setDone('asked'))
      }}
    >
      {trouble}
      <FieldRow label="E-mail" htmlFor="email">
        <Input id="email" name="email" type="email" required autoComplete="email" data-ready-control />
      </FieldRow>
      <div className="sm:pl-[124px]">
        <Button type="submit" look="primary" size="large" busy={busy === 'ask' && 'Sending'} className="max-sm:h-11">
          Mail me a link
        </Button>
      </div>
    </form>
  )
}
