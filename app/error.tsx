'use client'

import { Button } from '@/components/ui/button'
import { Message } from '@/components/ui/message'

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Message title="This page stopped working" action={<Button onClick={reset}>Try again</Button>}>
      What was saved is safe.{' '}
      {error.digest ? (
        <>
          The server log names the cause under <code>{error.digest}</code>.
        </>
      ) : (
        error.message
      )}
    </Message>
  )
}
