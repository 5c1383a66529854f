import type { ReactNode } from 'react'

/** The head of a section below the steps. */
export function SectionHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-y border-line bg-surface px-4 py-1.5">
      <h2 className="font-semibold">{title}</h2>
      {children}
    </header>
  )
}
