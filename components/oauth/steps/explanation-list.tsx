import { OctagonX } from 'lucide-react'
import { Icon } from '@/components/ui/icon'
import { places, type Explanation } from '@/lib/oauth/errors/explanation'
import type { ShownExchange } from '@/lib/oauth/shown-flow'
import { Remedy } from './remedy'
import { StandardLink } from './standard-link'

/** Why a server gave nothing: its own words, then the likely causes and what to change where. */
export function ExplanationList({
  refusal,
  explanations,
}: {
  refusal: NonNullable<ShownExchange['refusal']>
  explanations: readonly Explanation[]
}) {
  const { code, description, uri } = refusal
  return (
    <div className="border-l-2 border-error bg-error-soft px-3 py-2.5">
      <p className="flex gap-2 [overflow-wrap:anywhere]">
        <Icon of={OctagonX} size={14} className="mt-[3px] text-error" />
        <span className="min-w-0">
          <strong>{code || 'The server refused'}</strong> {description && <q className="text-ink-2">{description}</q>}{' '}
          {uri && (
            <a href={uri} target="_blank" rel="noopener noreferrer nofollow" className="link">
              What the service says of it
            </a>
          )}
        </span>
      </p>
      <ul className="mt-2 grid gap-2 pl-[22px]">
        {explanations.map(({ cause, remedy, where, standard }, index) => (
          <li key={index}>
            <p>
              {cause}{' '}
              {standard && (
                <span className="text-12">
                  <StandardLink of={standard} />
                </span>
              )}
            </p>
            <p className="text-ink-2">
              <span className="font-medium text-ink">{places[where]}:</span> <Remedy>{remedy}</Remedy>
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
