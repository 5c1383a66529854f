import { Check, Info, OctagonX, TriangleAlert, type LucideIcon } from 'lucide-react'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import type { Remark } from '@/lib/oauth/remark'
import { Remedy } from './remedy'
import { StandardLink } from './standard-link'

const verdicts: Readonly<Record<Remark['verdict'], { icon: LucideIcon; color: string; word: string }>> = {
  pass: { icon: Check, color: 'text-accent', word: 'Passed' },
  fail: { icon: OctagonX, color: 'text-error', word: 'Failed' },
  bent: { icon: TriangleAlert, color: 'text-publish', word: 'Bends the standard' },
  note: { icon: Info, color: 'text-advice', word: 'Note' },
}

/** What is to be said of a request and its answer, each with its paragraph and what to change. */
export function RemarkList({ remarks, label }: { remarks: readonly Remark[]; label: string }) {
  return (
    <ul aria-label={label} className="grid gap-2">
      {remarks.map(({ verdict, text, standard, remedy }, index) => (
        <li key={index} className="grid grid-cols-[14px_minmax(0,1fr)] gap-2">
          <Icon of={verdicts[verdict].icon} size={14} className={classNames('mt-[3px]', verdicts[verdict].color)} />
          <div className="min-w-0 [overflow-wrap:anywhere]">
            <span className="sr-only">{verdicts[verdict].word}: </span>
            <span>{text}</span>{' '}
            {standard && (
              <span className="text-12">
                <StandardLink of={standard} />
              </span>
            )}
            {remedy && (
              <p className="text-12 text-ink-2">
                <Remedy>{remedy}</Remedy>
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
