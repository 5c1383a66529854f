'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { FieldNote } from '@/components/ui/field-note'
import { TextArea } from '@/components/ui/text-area'

/** Takes the address to which a service sent another browser. It holds a code: it goes to our server and nowhere else. */
export function PasteCallback({
  busy,
  trouble,
  onPaste,
}: {
  busy: boolean
  trouble?: string
  onPaste: (url: string) => void
}) {
  const [url, setUrl] = useState('')
  const [missing, setMissing] = useState(false)
  return (
    <form
      noValidate
      className="grid gap-2 border-t border-line px-4 py-3.5"
      onSubmit={(event) => {
        event.preventDefault()
        setMissing(url.trim() === '')
        if (url.trim() !== '') onPaste(url.trim())
      }}
    >
      <div>
        <label htmlFor="callback-url" className="mb-1 block text-12 text-ink-2">
          Paste a callback URL
        </label>
        <TextArea
          id="callback-url"
          mono
          least={2}
          most={5}
          value={url}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={missing || trouble !== undefined}
          aria-describedby="callback-url-note"
          onChange={(event) => {
            setUrl(event.target.value)
            setMissing(false)
          }}
          className="[overflow-wrap:anywhere]"
        />
        <FieldNote
          id="callback-url-note"
          error={missing ? 'Paste the whole address of the page to which the service sent the browser.' : trouble}
        >
          For a sign-in in another browser. It holds a code: give it to nobody else.
        </FieldNote>
      </div>
      <Button type="submit" className="justify-self-start max-sm:h-10" busy={busy && 'Checking'}>
        Check it
      </Button>
    </form>
  )
}
