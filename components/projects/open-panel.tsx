'use client'

import { ArrowDownToLine, LoaderCircle } from 'lucide-react'
import { Icon } from '@/components/ui/icon'
import { InlineMessage } from '@/components/ui/inline-message'
import { useLater } from '@/components/ui/use-later'
import { FileChoice } from './file-choice'
import type { OpeningPlugin } from './use-open-plugin'

/** "Open a plugin": where to drop it or choose it, and what became of the last try. */
export function OpenPanel({ opening }: { opening: OpeningPlugin }) {
  const showsBusy = useLater(opening.busy !== undefined, 300)
  return (
    <section aria-labelledby="open-title" className="border-b border-line px-4 py-6 md:px-10 lg:px-6">
      <h2 id="open-title" className="mb-1 font-semibold">
        Open a plugin
      </h2>
      <p className="text-ink-2">
        Drop it anywhere on this page. What Plugwright does not know stays as it is, byte for byte.
      </p>
      <div className="mt-3 flex items-center gap-3 rounded-control border border-dashed border-control p-3 text-ink-2">
        <Icon
          of={showsBusy ? LoaderCircle : ArrowDownToLine}
          size={20}
          className={showsBusy ? 'animate-busy text-accent' : 'text-ink-3'}
        />
        {showsBusy ? (
          <span role="status" className="min-w-0 break-words">
            Opening {opening.busy}
          </span>
        ) : (
          <span>
            A folder, a <code>.zip</code> or a <code>.difypkg</code>. Choose{' '}
            <FileChoice onChoose={opening.open} className="link">
              a file
            </FileChoice>{' '}
            or{' '}
            <FileChoice folder onChoose={opening.open} className="link">
              a folder
            </FileChoice>
          </span>
        )}
      </div>
      <p className="mt-3 text-ink-2">
        Or look at{' '}
        <button type="button" className="link" onClick={opening.openExample}>
          an example
        </button>
        : a finished weather tool with languages, an output and Python that works.
      </p>
      {opening.problem && (
        <InlineMessage kind="error" title="Not opened." className="mt-3">
          {opening.problem}
        </InlineMessage>
      )}
    </section>
  )
}
