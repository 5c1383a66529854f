import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { ToastHost } from '@/components/ui/toast-host'
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

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={fonts} data-theme="light" suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>
        {children}
        <ToastHost />
      </body>
    </html>
  )
}
