'use client'

import Link from 'next/link'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { InlineMessage } from '@/components/ui/inline-message'
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs'
import { SignInForm } from './sign-in-form'
import { signInWith } from './sign-in-with'

export interface SignInPanelProps {
  /** Where to go afterwards, on our origin. */
  next: string
  /** GitHub's variables are set. */
  github: boolean
  /** A guest works here, with so many plugins; undefined for a visitor. */
  guestPlugins?: number
  /** Why a sign-in that left this page failed. */
  problem?: string
}

/** Signing in and making an account, by e-mail, GitHub or as a guest. */
export function SignInPanel({ next, github, guestPlugins, problem }: SignInPanelProps) {
  const [failed, setFailed] = useState(problem)
  const [going, setGoing] = useState<string>()

  async function go(way: 'guest' | 'github') {
    setGoing(way)
    setFailed(undefined)
    const reason = await signInWith(way, undefined, next)
    if (reason) {
      setGoing(undefined)
      return setFailed(reason)
    }
    if (way === 'guest') window.location.assign(next)
  }

  return (
    <>
      {failed && (
        <InlineMessage kind="error" title="Not signed in." className="mb-4">
          {failed}
        </InlineMessage>
      )}
      {guestPlugins !== undefined && (
        <InlineMessage kind="advice" title="You work as a guest." className="mb-4">
          {guestPlugins === 0 ? 'What you make' : guestPlugins === 1 ? 'Your plugin' : `Your ${guestPlugins} plugins`}{' '}
          will belong to the account.
        </InlineMessage>
      )}
      <Tabs defaultValue={guestPlugins === undefined ? 'sign-in' : 'sign-up'}>
        <TabList aria-label="Sign in or make an account">
          <Tab value="sign-in">Sign in</Tab>
          <Tab value="sign-up">New account</Tab>
        </TabList>
        <TabPanel value="sign-in" tabIndex={-1} className="pt-5">
          <SignInForm making={false} next={next} />
          <p className="mt-3 sm:pl-[124px]">
            <Link href="/reset" className="link">
              Forgot the password?
            </Link>
          </p>
        </TabPanel>
        <TabPanel value="sign-up" tabIndex={-1} className="pt-5">
          <SignInForm making next={next} />
        </TabPanel>
      </Tabs>
      {(github || guestPlugins === undefined) && (
        <section aria-labelledby="other-title" className="mt-6 border-t border-line pt-5">
          <h2 id="other-title" className="mb-1 font-semibold">
            {guestPlugins !== undefined ? 'With GitHub' : github ? 'As a guest or with GitHub' : 'As a guest'}
          </h2>
          <p className="text-ink-2">
            {guestPlugins === undefined &&
              'A guest starts at once. The work stays in this browser and moves to an account when you make one.'}
          </p>
          <div className="mt-3 flex flex-wrap gap-2">
            {guestPlugins === undefined && (
              <Button busy={going === 'guest' && 'Starting'} onClick={() => void go('guest')}>
                Continue as a guest
              </Button>
            )}
            {github && (
              <Button busy={going === 'github' && 'Going to GitHub'} onClick={() => void go('github')}>
                Continue with GitHub
              </Button>
            )}
          </div>
        </section>
      )}
      {guestPlugins !== undefined && (
        <p className="mt-6 text-12 text-ink-3">
          Or{' '}
          <Link href="/" className="link">
            go on as a guest
          </Link>
          .
        </p>
      )}
    </>
  )
}
