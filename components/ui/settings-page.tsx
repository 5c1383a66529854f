import Link from 'next/link'
import type { ReactNode } from 'react'
import { ThemeMenu } from './theme-menu'
import { TopBar } from './top-bar'

/** The frame of a page of one column: bar, title, sections. `crumbs` stand before the title in the bar. */
export function SettingsPage({
  title,
  crumbs = [],
  note,
  children,
}: {
  title: string
  crumbs?: readonly { href: string; text: string }[]
  note?: ReactNode
  children: ReactNode
}) {
  return (
    <>
      <TopBar
        crumbs={[
          ...[{ href: '/', text: 'Plugins' }, ...crumbs].map(({ href, text }) => (
            <Link key={href} href={href} className="rounded-tag hover:text-ink">
              {text}
            </Link>
          )),
          title,
        ]}
      >
        <ThemeMenu />
      </TopBar>
      <main className="mx-auto w-full max-w-[720px] px-4 py-8">
        <h1 className="break-words text-20 font-semibold tracking-[-0.01em]">{title}</h1>
        {note && <p className="mt-1 text-ink-2">{note}</p>}
        {children}
      </main>
    </>
  )
}
