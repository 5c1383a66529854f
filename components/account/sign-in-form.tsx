'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { FieldNote } from '@/components/ui/field-note'
import { FieldRow } from '@/components/ui/field-row'
import { InlineMessage } from '@/components/ui/inline-message'
import { Input } from '@/components/ui/input'
import { signInSchema, signUpSchema, type SignInAnswers } from './sign-in-schema'
import { signInWith } from './sign-in-with'

/** E-mail and password, to sign in or to make an account. Signed in, it goes to `next`. */
export function SignInForm({ making, next }: { making: boolean; next: string }) {
  const [problem, setProblem] = useState<string>()
  const { register, handleSubmit, formState } = useForm<SignInAnswers>({
    resolver: zodResolver(making ? signUpSchema : signInSchema),
    defaultValues: { name: '', email: '', password: '' },
    mode: 'onTouched',
  })
  const { errors, isSubmitting } = formState

  const send = handleSubmit(async (answers) => {
    setProblem(undefined)
    const reason = await signInWith(making ? 'sign-up' : 'sign-in', answers)
    if (reason) return setProblem(reason)
    window.location.assign(next)
  })

  return (
    <form noValidate onSubmit={(event) => void send(event)} className="grid gap-3">
      {problem && (
        <InlineMessage kind="error" title={making ? 'No account made.' : 'Not signed in.'}>
          {problem}
        </InlineMessage>
      )}
      {making && (
        <FieldRow label="Name" htmlFor="name">
          <Input
            id="name"
            autoComplete="name"
            aria-invalid={Boolean(errors.name)}
            aria-describedby="name-note"
            {...register('name')}
          />
          <FieldNote id="name-note" error={errors.name?.message} />
        </FieldRow>
      )}
      <FieldRow label="E-mail" htmlFor="email">
        <Input
          id="email"
          type="email"
          autoComplete="email"
          data-ready-control
          aria-invalid={Boolean(errors.email)}
          aria-describedby="email-note"
          {...register('email')}
        />
        <FieldNote id="email-note" error={errors.email?.message} />
      </FieldRow>
      <FieldRow label="Password" htmlFor="password">
        <Input
          id="password"
          type="password"
          autoComplete={making ? 'new-password' : 'current-password'}
          aria-invalid={Boolean(errors.password)}
          aria-describedby="password-note"
          {...register('password')}
        />
        <FieldNote id="password-note" error={errors.password?.message}>
          {making && 'At least 8 characters. It is kept only as a hash.'}
        </FieldNote>
      </FieldRow>
      <div className="pt-1 sm:pl-[124px]">
        <Button
          type="submit"
          look="primary"
          size="large"
          busy={isSubmitting && (making ? 'Making the account' : 'Signing in')}
          className="max-sm:h-11 max-sm:w-full"
        >
          {making ? 'Make an account' : 'Sign in'}
        </Button>
      </div>
    </form>
  )
}
