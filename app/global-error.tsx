'use client'

import { Stopped } from '@/components/ui/stopped'
import { useShownTheme } from '@/components/ui/theme'
import './globals.css'

/** Stands in for the layout when that fails, so it brings its own html. */
export default function GlobalError(broken: { error: Error & { digest?: string }; reset: () => void }) {
  const theme = useShownTheme()
  return (
    <html lang="en" data-theme={theme}>
      <head>
        <title>Stopped · Plugwright</title>
      </head>
      <body>
        <Stopped title="Plugwright stopped on this page" {...broken} />
      </body>
    </html>
  )
}
