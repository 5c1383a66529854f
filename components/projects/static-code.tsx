import { classNames } from '@/components/ui/class-names'
import { yamlTokens, type YamlColor } from './yaml-tokens'

const colors: Record<YamlColor, string> = {
  key: 'text-c-key',
  plain: 'text-c-plain',
  text: 'text-c-str',
  number: 'text-c-num',
  comment: 'text-c-comment italic',
  punctuation: 'text-c-punct',
  space: '',
}

/** YAML with line numbers, to look at; `live` lines carry the live mark. */
export function StaticCode({ text, live, label }: { text: string; live: ReadonlySet<number>; label: string }) {
  const lines = text.replace(/\n$/, '').split('\n')
  return (
    <ol aria-label={label} className="code-text">
      {lines.map((line, index) => (
        <li key={index} className={classNames('flex min-h-5 whitespace-pre', live.has(index) && 'bg-mark-now')}>
          <span
            aria-hidden
            className={classNames(
              'w-11 shrink-0 select-none border-l-2 border-transparent pr-3.5 text-right text-[11.5px] text-ink-3',
              live.has(index) && 'border-accent font-medium text-accent-ink',
            )}
          >
            {index + 1}
          </span>
          <span className="min-w-0 flex-1 whitespace-pre-wrap pr-4 [overflow-wrap:anywhere]">
            {yamlTokens(line).map(({ color, text: part }, place) => (
              <span key={place} className={colors[color]}>
                {part}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ol>
  )
}
