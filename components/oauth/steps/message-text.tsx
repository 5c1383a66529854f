import type { Line, PartColor } from './message-lines'

const colors: Readonly<Record<PartColor, string>> = {
  word: 'text-c-kw',
  key: 'text-c-key',
  plain: 'text-c-plain',
  text: 'text-c-str',
  number: 'text-c-num',
  punctuation: 'text-c-punct',
}

/** So many lines are drawn: a page of 256 KB would stop the browser. */
const most = 400

/** Lines of a request or an answer, long ones wrapped. */
export function MessageText({ lines }: { lines: readonly Line[] }) {
  return (
    <div className="code-12 leading-[18px]">
      {lines.slice(0, most).map((line, index) => (
        <div key={index} className="min-h-[18px] whitespace-pre-wrap [overflow-wrap:anywhere]">
          {line.map(({ text, color }, place) => (
            <span key={place} className={colors[color]}>
              {text}
            </span>
          ))}
        </div>
      ))}
      {lines.length > most && <div className="text-ink-3">{`… ${lines.length - most} more lines`}</div>}
    </div>
  )
}
