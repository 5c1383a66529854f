import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { ShowTheme } from '@/components/ui/show-theme'
import { ToastHost } from '@/components/ui/toast-host'
import { noEvalScript } from '@/lib/server/content-policy'
import { themeScript } from '@/lib/server/theme-script'
import { fonts } from './fonts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Plugwright', template: '%s · Plugwright' },
  description: 'The visual builder for Dify plugins: what you see is the file, what you download installs.',
  icons: {
    icon: [
      { url: '/favicon.ico', sizes: '32x32' },
      { url: '/icon.svg', type: 'image/svg+xml' },
    ],
    apple: '/apple-icon.png',
  },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f0f4f2' },
    { media: '(prefers-color-scheme: dark)', color: '#0d1311' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html lang="en" className={fonts} data-theme="light" suppressHydrationWarning>
      <head>
        {/* browsers do not show the nonce to scripts, so React finds none */}
        <script
          nonce={nonce}
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: `${noEvalScript}\n${themeScript}` }}
        />
      </head>
      <body>
        {children}
        <ShowTheme />
        <ToastHost />
      </body>
    </html>
  )
}
