import Link from 'next/link'
import type { ReactNode } from 'react'
import { buttonStyle } from './button-style'
import { TopBar } from './top-bar'

/** A whole page that says one thing: what, why, and the way on. */
export function Message({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <>
      <TopBar />
      <main className="max-w-[56ch] px-4 py-10 md:px-10">
        <h1 className="mb-1 text-20 font-semibold tracking-[-0.01em]">{title}</h1>
        <p className="break-words text-ink-2">{children}</p>
        <div className="mt-4 flex gap-2">
          {action}
          <Link href="/" className={buttonStyle()}>
            All plugins
          </Link>
        </div>
      </main>
    </>
  )
}
