'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { askServer } from '../ask-server'
import { practicePreset, type PlaygroundForm } from '../playground-form'
import { practiceSettings, type PracticeChoice, type PracticeClient } from './practice-settings'

/** Fills the form with a client of the practice provider, and back with the service that stood there. */
export function usePractice(form: UseFormReturn<PlaygroundForm>) {
  const [choice, setChoice] = useState<PracticeChoice>({ signIn: 'post', failure: '' })
  const [service, setService] = useState<PlaygroundForm>()
  const client = useMutation({ mutationFn: () => askServer<PracticeClient>('GET', 'practice') })

  function fill(given: PracticeClient, chosen: PracticeChoice) {
    setChoice(chosen)
    form.reset({ ...form.getValues(), ...practiceSettings(given, chosen), presetId: practicePreset, callback: 'own' })
  }

  function leave() {
    if (service) form.reset(service)
    setService(undefined)
  }

  return {
    on: service !== undefined,
    choice,
    trouble: client.error?.message,
    loading: client.isPending,
    enter: () =>
      client.mutate(undefined, {
        onSuccess: (given) => {
          setService(form.getValues())
          fill(given, choice)
        },
      }),
    leave,
    choose: (chosen: PracticeChoice) => client.data && fill(client.data, chosen),
  }
}
