'use client'

import { KeyRound } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { InlineMessage } from '@/components/ui/inline-message'
import { StandardLink } from '../steps/standard-link'
import { Step } from '../step'

/** In the place of authorization and callback: the client asks for a token of its own. */
export function ClientCredentialsStep({
  busy,
  trouble,
  reached,
  onAsk,
}: {
  busy: boolean
  trouble?: string
  reached: boolean
  onAsk: () => void
}) {
  return (
    <Step
      title="Client credentials"
      aside={<StandardLink of="RFC 6749 §4.4" />}
      reached={reached}
      className="xl:col-span-2"
      footer={
        <Button look="primary" icon={KeyRound} className="max-sm:h-10" busy={busy && 'Asking'} onClick={onAsk}>
          Get a token
        </Button>
      }
    >
      {trouble && (
        <InlineMessage kind="error" title="Not sent.">
          {trouble}
        </InlineMessage>
      )}
      <div className="grid max-w-[60ch] gap-2 px-4 py-3.5 text-ink-2">
        <p>
          Nobody signs in: the client asks the token URL for a token of its own. There is no redirect and no refresh
          token.
        </p>
        <p>
          Dify has no such flow. Declare client ID and secret as credentials of the plugin, and let the tool fetch the
          token and keep it until it ends.
        </p>
      </div>
    </Step>
  )
}
