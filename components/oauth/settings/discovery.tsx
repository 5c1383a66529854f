'use client'

import { useMutation } from '@tanstack/react-query'
import { useFormContext } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { InlineMessage } from '@/components/ui/inline-message'
import { showToast } from '@/components/ui/toast'
import type { MetadataReading } from '@/lib/oauth/discovery/read-metadata'
import { fillIn } from '@/lib/oauth/variables'
import { askServer } from '../ask-server'
import type { PlaygroundForm } from '../playground-form'
import { RemarkList } from '../steps/remark-list'
import { discoveredForm } from './discovered-form'
import { TextField } from './text-field'

/** The issuer, and its metadata read into the form: endpoints, client sign-in, PKCE, and whether it names itself. */
export function Discovery() {
  const { getValues, setValue, reset, setError } = useFormContext<PlaygroundForm>()
  const discovery = useMutation({
    mutationFn: (issuer: string) =>
      askServer<{ reading: MetadataReading }>('POST', 'discovery', { issuer, settings: getValues('settings') }),
    onSuccess: ({ reading }, issuer) => {
      if (!reading.settings) return
      const before = getValues()
      reset(discoveredForm(before, reading.settings), { keepDefaultValues: true })
      showToast(`The metadata of ${new URL(issuer).host} are filled in.`, { label: 'Undo', run: () => reset(before) })
    },
  })
  const scopes = discovery.data?.reading.scopes ?? []

  function discover() {
    const { issuer, variables } = getValues('settings')
    const filled = fillIn(issuer, variables)
    if (!filled.ok) return setError('settings.issuer', { message: filled.reason })
    if (!URL.canParse(filled.url))
      return setError('settings.issuer', { message: 'Give the issuer as a whole address, like https://example.com.' })
    discovery.mutate(filled.url)
  }

  return (
    <>
      <TextField
        name="settings.issuer"
        label="Issuer"
        placeholder="https://login.example.com"
        why="The name of the server. Its metadata, where there are some, fill in the rest."
        end={
          <Button size="compact" className="-mr-1" busy={discovery.isPending && 'Asking'} onClick={discover}>
            Discover
          </Button>
        }
      />
      {discovery.error && (
        <InlineMessage kind="error" title="Not discovered.">
          {discovery.error.message}
        </InlineMessage>
      )}
      {discovery.data && (
        <div role="status" className="grid gap-2">
          <RemarkList remarks={discovery.data.reading.remarks} label="What the metadata say" />
          {discovery.data.reading.settings && scopes.length > 0 && (
            <p className="text-12 text-ink-2">
              It names {scopes.length} scopes.{' '}
              <button type="button" className="link" onClick={() => setValue('settings.scopes', [...scopes])}>
                Ask for all of them
              </button>
            </p>
          )}
        </div>
      )}
    </>
  )
}
