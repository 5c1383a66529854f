'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { TextField } from './text-field'

/** The client secret. It stays in this field and, for the time of a flow, sealed on the server. */
export function SecretField({ kept, onLeft }: { kept?: string; onLeft: () => void }) {
  const [shown, setShown] = useState(false)
  return (
    <TextField
      name="clientSecret"
      label="Client secret"
      type={shown ? 'text' : 'password'}
      onLeft={onLeft}
      placeholder={kept && `${kept}, still kept`}
      why={
        kept
          ? 'Leave it empty to use the one of the last sign-in, which the server holds sealed for an hour.'
          : 'Sent to the token URL by our server only. Never saved in this browser, a file or a log.'
      }
      end={
        <IconButton
          icon={shown ? EyeOff : Eye}
          size="compact"
          label={shown ? 'Hide the client secret' : 'Show the client secret'}
          className="-mr-1.5"
          onClick={() => setShown(!shown)}
        />
      }
    />
  )
}
