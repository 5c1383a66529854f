import Link from 'next/link'
import { Fragment, type ReactNode } from 'react'
import { LogoMark } from './logo-mark'

export interface TopBarProps {
  /** What stands behind the mark, from left to right; the last one is where we are. None: the product's name. */
  crumbs?: readonly ReactNode[]
  /** Behind the crumbs: the save state. */
  beside?: ReactNode
  /** At the right edge: actions, theme, account. */
  children?: ReactNode
}

/** The bar of every page, 44 px, with the way home. */
export function TopBar({ crumbs = [], beside, children }: TopBarProps) {
  return (
    <header className="flex h-11 items-center gap-2 border-b border-line bg-chrome px-3">
      <Link
        href="/"
        aria-label="All plugins"
        className="quick grid size-7 shrink-0 place-items-center rounded-control hover:bg-hover"
      >
        <LogoMark />
      </Link>
      {crumbs.length === 0 && <span className="font-semibold">Plugwright</span>}
      {crumbs.map((crumb, index) => (
        <Fragment key={index}>
          {index > 0 && (
            <span aria-hidden className="text-ink-3 max-sm:hidden">
              /
            </span>
          )}
          <span
            className={
              index === crumbs.length - 1
                ? 'min-w-0 truncate font-semibold'
                : 'min-w-0 truncate text-ink-2 max-sm:hidden'
            }
          >
            {crumb}
          </span>
        </Fragment>
      ))}
      {beside}
      <span className="min-w-0 flex-1" />
      {children}
    </header>
  )
}
