import type { ReactNode } from 'react'

/** Only for screen readers. `as` is the element: a page whose title is in the bar hides its h1 so. */
export function VisuallyHidden({
  as: As = 'span',
  children,
}: {
  as?: 'span' | 'h1' | 'h2' | 'p'
  children: ReactNode
}) {
  return <As className="sr-only">{children}</As>
}
