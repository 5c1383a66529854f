'use client'

import { Button } from '@/components/ui/button'
import { Message } from '@/components/ui/message'
import { useShownTheme } from '@/components/ui/theme'
import './globals.css'

/** Stands in for the layout when that fails, so it brings its own html. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const theme = useShownTheme()
  return (
    <html lang="en" data-theme={theme}>
      <head>
        <title>Stopped · Plugwright</title>
      </head>
      <body>
        <Message title="Plugwright stopped on this page" action={<Button onClick={reset}>Try again</Button>}>
          What was saved is safe.{' '}
          {error.digest ? (
            <>
              The server log names the cause under <code>{error.digest}</code>.
            </>
          ) : (
            error.message
          )}
        </Message>
      </body>
    </html>
  )
}
