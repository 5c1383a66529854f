import { WithCode } from '@/components/form/with-code'
import type { Finding } from '@/lib/plugin/document'
import { gateWords, severityWords } from '@/lib/plugin/gates'

/** Who looks at this, when, and what becomes of it; more stands in the help. */
export function Why({ id, finding }: { id: string; finding: Finding }) {
  const { severity, gates, rule } = finding
  return (
    <div id={id} className="grid max-w-[80ch] gap-1.5 pb-3 pl-[50px] pr-6 text-12 text-ink-2 max-md:pl-[42px]">
      {gates.length === 0 ? (
        <p>{severityWords[severity].means}</p>
      ) : (
        <ul className="grid gap-1.5">
          {gates.map((gate) => (
            <li key={gate}>
              <span className="font-medium text-ink">{gateWords[gate].title}</span>,{' '}
              <WithCode text={gateWords[gate].when} />. <WithCode text={gateWords[gate].refuses} />
            </li>
          ))}
        </ul>
      )}
      <p className="flex gap-3">
        <code className="text-ink-3">{rule}</code>
        <a
          href={`/help#${gates[0] ?? severity}`}
          target="_blank"
          rel="noreferrer"
          className="text-accent-ink underline underline-offset-2"
        >
          What the checks mean
        </a>
      </p>
    </div>
  )
}
