'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { Opening } from './authorization/authorization-step'
import { isSameFlow, lendsSecret, liveRequest } from './live-request'
import { openSignIn } from './open-sign-in'
import type { PlaygroundProps } from './playground'
import { playgroundForm, type PlaygroundForm } from './playground-form'
import { usePractice } from './practice/use-practice'
import { useWholeFlow } from './practice/use-whole-flow'
import { callbackPathOf } from './redirect-uris'
import { forgetForm, rememberedForm, rememberForm } from './remembered'
import { useFlow } from './use-flow'
import { formOf } from './write-code/form-of'

/** What the page knows and can do: the form, the flow that it began, and the way from the one to the other. */
export function usePlayground({ origin, project }: PlaygroundProps) {
  const place = project?.id ?? 'page'
  const [blank] = useState(() => formOf(project?.targets[0]))
  const target = project?.targets.length ? blank.target : undefined
  const form = useForm<PlaygroundForm>({
    resolver: zodResolver(playgroundForm),
    mode: 'onTouched',
    defaultValues: blank,
  })
  const [settings, callback, chosenTarget, secret] = useWatch({
    control: form.control,
    name: ['settings', 'callback', 'target', 'clientSecret'],
  })
  const practice = usePractice(form)
  const playing = useFlow(practice.on ? `${place}-practice` : place)
  const whole = useWholeFlow(playing)
  const { flow } = playing
  const [opening, setOpening] = useState<Opening>()
  /** The secret that a flow began with, to see when another is typed; unknown after a reload. */
  const [begun, setBegun] = useState<{ flow: string; secret: string }>()

  useEffect(() => {
    form.reset({ ...form.getValues(), ...rememberedForm(place), ...(target && { target }) })
    return form.subscribe({ formState: { values: true }, callback: ({ values }) => rememberForm(place, values) })
  }, [form, place, target])

  const redirectUri = origin + callbackPathOf({ callback, target: chosenTarget })
  const begunWith = begun?.flow === flow?.id ? begun?.secret : undefined
  const isSameClient = lendsSecret(settings, flow)
  /** Somebody took the secret out of its field again; with a service that is chosen anew it goes by itself. */
  const emptied = secret === '' && begunWith !== undefined && begunWith !== '' && isSameClient
  const kept = secret === '' && !emptied && isSameClient ? flow?.clientSecret : undefined
  const otherSecret = secret !== '' && begunWith !== undefined && secret !== begunWith

  async function begin(values: PlaygroundForm) {
    const { clientSecret } = values
    if (values.settings.clientAuthentication !== 'none' && clientSecret === '' && kept === undefined) {
      form.setError('clientSecret', {
        message: 'Fill in the client secret. A public client has none: choose “None” as its client sign-in.',
      })
      form.setFocus('clientSecret')
      return undefined
    }
    playing.step.reset()
    playing.paste.reset()
    const made = await playing.start
      .mutateAsync({
        settings: values.settings,
        clientSecret: kept === undefined ? clientSecret : undefined,
        callbackPath: callbackPathOf(values),
      })
      .catch(() => undefined)
    if (made && kept === undefined) setBegun({ flow: made.id, secret: clientSecret })
    return made
  }

  const open = (how: Opening) =>
    form.handleSubmit(
      async (values) => {
        setOpening(how)
        const begun = await begin(values)
        if (begun?.authorization) await openSignIn(begun.authorization.url, how)
        setOpening(undefined)
        return begun
      },
      () => setTimeout(focusFirstError),
    )()

  const askAlone = form.handleSubmit(
    async (values) => {
      const begun = await begin(values)
      if (begun) await playing.step.mutateAsync({ step: 'client-credentials', of: begun.id }).catch(() => undefined)
    },
    () => setTimeout(focusFirstError),
  )

  return {
    form,
    flow,
    playing,
    /** The provider of the plugin that is chosen. */
    target: project?.targets.find(
      ({ provider, kind }) => provider === chosenTarget.provider && kind === chosenTarget.kind,
    ),
    settings,
    opening,
    redirectUri,
    /** The mask of a secret that the server still holds for these settings. */
    kept,
    live: liveRequest(settings, redirectUri, flow),
    /** The field of the secret was left: where it was emptied, the server forgets the secret too. */
    onSecretLeft: () => {
      if (emptied && flow && flow.clientSecret !== '')
        playing.forgetSecret.mutate(undefined, { onSuccess: () => setBegun({ flow: flow.id, secret: '' }) })
    },
    /** The flow began with other settings than those of the form. */
    changed: flow !== undefined && (otherSecret || !isSameFlow(settings, redirectUri, flow)),
    open: (how: Opening) => void open(how),
    askAlone: () => void askAlone(),
    startAgain: () => {
      whole.stop()
      playing.clear.mutate(false)
    },
    clearAll: () => {
      whole.stop()
      playing.clear.mutate(true, {
        onSuccess: () => {
          practice.leave()
          form.reset(blank)
          forgetForm(place)
        },
      })
    },
    practice,
    whole,
    tryWhole: () => {
      whole.run()
      open('popup').catch(whole.stop)
    },
  }
}

/** Folds with trouble in them are open by now. */
function focusFirstError() {
  document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
}
