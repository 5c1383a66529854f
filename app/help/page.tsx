import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { WithCode } from '@/components/form/with-code'
import { SeverityGlyph } from '@/components/ui/severity'
import { ThemeMenu } from '@/components/ui/theme-menu'
import { TopBar } from '@/components/ui/top-bar'
import type { Gate, Severity } from '@/lib/plugin/document'
import { gateWords, severityWords } from '@/lib/plugin/gates'

export const metadata: Metadata = { title: 'What the checks mean' }

const severities: readonly Severity[] = ['error', 'publish', 'advice']
const gates: readonly Gate[] = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6']

/** What a finding means: its weight, and who in Dify looks when. */
export default function HelpPage() {
  return (
    <>
      <TopBar crumbs={['Help']}>
        <ThemeMenu />
      </TopBar>
      <main className="mx-auto w-full max-w-[720px] px-4 py-10">
        <h1 className="mb-2 text-20 font-semibold tracking-[-0.01em]">What the checks mean</h1>
        <p className="text-ink-2">
          A plugin meets up to six programs on its way into Dify, and they do not agree on what they accept. Plugwright
          runs the rules of all of them, and those of the marketplace, whenever you pause. Each finding names what to
          do, then the reason.
        </p>
        <h2 className="mb-1 mt-9 text-15 font-semibold">How much it weighs</h2>
        <dl>
          {severities.map((severity) => (
            <Entry
              key={severity}
              id={severity}
              term={
                <span className="flex items-center gap-2">
                  <SeverityGlyph of={severity} />
                  {severityWords[severity].title}
                </span>
              }
            >
              {severityWords[severity].means}
            </Entry>
          ))}
        </dl>
        <h2 className="mb-1 mt-9 text-15 font-semibold">Who looks, and when</h2>
        <dl>
          {gates.map((gate) => (
            <Entry
              key={gate}
              id={gate}
              term={
                <>
                  {gateWords[gate].title} <code className="font-normal text-ink-3">{gate}</code>
                </>
              }
            >
              It looks <WithCode text={gateWords[gate].when} />. <WithCode text={gateWords[gate].refuses} />
            </Entry>
          ))}
        </dl>
      </main>
    </>
  )
}

function Entry({ id, term, children }: { id: string; term: ReactNode; children: ReactNode }) {
  return (
    <div id={id} className="-mx-3 scroll-mt-4 border-t border-line px-3 py-3 target:bg-accent-soft">
      <dt className="font-medium">{term}</dt>
      <dd className="mt-0.5 text-ink-2">{children}</dd>
    </div>
  )
}
