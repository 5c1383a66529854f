import Link from 'next/link'
import { classNames } from '@/components/ui/class-names'
import type { HomeGroup } from './home-groups'

/** Whose plugins Home shows: a row of links, since the choice stands in the address. */
export function HomeFilter({ groups }: { groups: readonly HomeGroup[] }) {
  if (groups.length === 0) return null
  return (
    <nav aria-label="Whose plugins" className="flex gap-5 overflow-x-auto border-b border-line px-4 md:px-10">
      {groups.map(({ show, label, count, current }) => (
        <Link
          key={show}
          href={show === '' ? '/' : `/?show=${encodeURIComponent(show)}`}
          aria-current={current ? 'page' : undefined}
          className={classNames(
            'relative flex h-9 items-center gap-1.5 whitespace-nowrap text-ink-2 hover:text-ink focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] max-sm:h-11',
            current &&
              "font-medium text-ink after:absolute after:inset-x-0 after:bottom-0 after:h-0.5 after:bg-accent after:content-['']",
          )}
        >
          {label} <span className="font-normal text-ink-3">{count}</span>
        </Link>
      ))}
    </nav>
  )
}
