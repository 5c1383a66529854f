'use client'

import { classNames } from '@/components/ui/class-names'
import { StaticCode } from './static-code'
import type { PluginPreview } from './plugin-preview'

/** The files that the answers make, and the manifest as it changes. */
export function WhatYouGet({ preview, live }: { preview: PluginPreview; live: ReadonlySet<number> }) {
  return (
    <section aria-labelledby="get-title" className="border-line bg-page max-lg:border-t lg:border-l">
      <header className="flex h-11 items-center gap-2.5 border-b border-line pl-5 pr-4">
        <h2 id="get-title" className="font-semibold">
          What you get
        </h2>
        <span className="flex-1" />
        <span className="text-12 text-ink-3">Changes as you type</span>
      </header>
      <ul
        aria-label="Files"
        style={{ gridTemplateRows: `repeat(${Math.ceil(preview.paths.length / 3)}, auto)` }}
        className="code-12 grid justify-start gap-x-8 border-b border-line px-5 pb-4 pt-3.5 text-ink-2 max-sm:grid-rows-none! sm:grid-flow-col sm:grid-cols-[repeat(3,minmax(0,auto))]"
      >
        {preview.paths.map((path) => (
          <li
            key={path}
            title={path}
            className={classNames(
              'truncate max-sm:whitespace-normal max-sm:break-all',
              path === 'manifest.yaml' && 'font-medium text-accent-ink',
            )}
          >
            {path}
          </li>
        ))}
      </ul>
      <div className="py-1.5">
        <StaticCode text={preview.manifest} live={live} label="manifest.yaml" />
      </div>
    </section>
  )
}
