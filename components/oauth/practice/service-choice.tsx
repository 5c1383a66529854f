'use client'

import { InlineMessage } from '@/components/ui/inline-message'
import { Segments } from '@/components/ui/segments'
import type { usePractice } from './use-practice'

/** What is tried: a service of the person's own, or the practice provider. */
export function ServiceChoice({ practice }: { practice: ReturnType<typeof usePractice> }) {
  return (
    <div className="px-4 pt-4 last:pb-0">
      <Segments
        aria-label="What to try"
        value={practice.on ? 'practice' : 'service'}
        onValueChange={(value) => (value === 'practice' ? practice.enter() : practice.leave())}
        choices={[
          { value: 'service', label: 'A service' },
          { value: 'practice', label: 'Practice provider' },
        ]}
        className={practice.on ? 'mb-4' : undefined}
      />
      {practice.trouble && (
        <InlineMessage kind="error" title="The practice provider does not answer." className="mt-3">
          {practice.trouble}
        </InlineMessage>
      )}
    </div>
  )
}
