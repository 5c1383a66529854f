import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { NamedIcon } from '@/components/ui/named-icon'
import { cardCell, cardGrid } from './card-grid'
import type { KindChoice } from './kind-choice'

/** Home without plugins: what this is in two sentences, and a start for every kind. */
export function FirstVisit({ kinds }: { kinds: readonly KindChoice[] }) {
  return (
    <>
      <div className="border-b border-line px-4 py-6 md:px-10">
        <h2 className="mb-1 text-15 font-semibold">No plugins yet</h2>
        <p className="max-w-[64ch] text-ink-2">
          Fill in a form and see the exact YAML and Python beside it as you type. What you download is a package that
          Dify installs.
        </p>
      </div>
      <div className={cardGrid}>
        {kinds.map((kind) => (
          <article key={kind.id} className={classNames(cardCell, 'quick min-h-0 hover:bg-hover md:min-h-[132px]')}>
            <NamedIcon name={kind.icon} className="text-ink-3" size={20} />
            <h3 className="mt-3 flex items-center gap-1 font-semibold">
              <Link
                href={`/new?kind=${kind.id}`}
                className="cursor-default after:absolute after:inset-0 after:content-[''] focus-visible:shadow-none focus-visible:after:shadow-[inset_0_0_0_2px_var(--accent)]"
              >
                {kind.title}
              </Link>
              <Icon of={ChevronRight} size={14} className="text-ink-3" />
            </h3>
            <p className="mt-0.5 text-ink-2">{kind.summary}</p>
          </article>
        ))}
      </div>
    </>
  )
}
