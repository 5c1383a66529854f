'use client'

import { WithCode } from '@/components/form/with-code'
import type { Remark } from '@/lib/plugin/dify-view/picture'
import { useStore } from '../store/use-editor'

/** What Dify does with this that the file does not tell; each leads to its field. */
export function Remarks({ remarks }: { remarks: readonly Remark[] }) {
  const store = useStore()
  if (remarks.length === 0) return null
  return (
    <section aria-labelledby="remarks-title" className="max-w-[68ch]">
      <h3 id="remarks-title" className="pb-1 font-medium">
        What Dify does here
      </h3>
      <ul className="grid">
        {remarks.map(({ message, source }, index) => (
          <li key={index} className="grid gap-0.5 border-t border-line py-2 text-ink-2">
            <span>
              <WithCode text={message} />
            </span>
            {source && (
              <button
                type="button"
                className="code-12 justify-self-start text-left text-ink-3 underline decoration-line-strong underline-offset-2 hover:text-ink"
                onClick={() => store.select({ file: source.file, at: source.at })}
              >
                {source.file} › {source.at.join(' › ')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
