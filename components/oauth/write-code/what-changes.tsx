'use client'

import { useId } from 'react'
import { DiffLines } from '@/components/editor/diff-lines'
import { WithCode } from '@/components/form/with-code'
import { FieldNote } from '@/components/ui/field-note'
import { FieldRow } from '@/components/ui/field-row'
import { InlineMessage } from '@/components/ui/inline-message'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import type { Files } from '@/lib/plugin/files'
import type { WrittenCode } from '@/lib/plugin/oauth/write-code'
import type { OAuthTarget } from '../playground'

/** What would be written into which provider, line by line, and why where nothing can be. */
export function WhatChanges({
  targets,
  file,
  onFile,
  anew,
  onAnew,
  before,
  written,
  changed,
  left,
}: {
  targets: readonly OAuthTarget[]
  file: string
  onFile: (file: string) => void
  /** The methods are replaced too. */
  anew: boolean
  onAnew: (anew: boolean) => void
  before: Files
  written: WrittenCode
  changed: readonly string[]
  /** What no code may hold, in sentences. */
  left: readonly string[]
}) {
  const id = useId()
  return (
    <div className="grid gap-4 pt-2">
      {targets.length > 1 && (
        <FieldRow label="Provider" htmlFor={`${id}-provider`}>
          <Select
            id={`${id}-provider`}
            value={file}
            onValueChange={onFile}
            choices={targets.map((each) => ({ value: each.file, label: each.provider, word: each.kind }))}
          />
        </FieldRow>
      )}
      {!written.ok && (
        <InlineMessage kind="error" title="The code cannot be written yet.">
          <WithCode text={written.reason} />
        </InlineMessage>
      )}
      {written.ok && (
        <p>
          {words[written.how].replace('$file', () => written.python)}{' '}
          <WithCode text={[...written.left, ...left].join(' ')} />
        </p>
      )}
      {written.ok && (written.how === 'constants' || anew) && (
        <FieldRow label="Methods anew" htmlFor={`${id}-anew`}>
          <Switch
            id={`${id}-anew`}
            checked={anew}
            aria-describedby={`${id}-anew-note`}
            onCheckedChange={() => onAnew(!anew)}
          />
          <FieldNote id={`${id}-anew-note`}>
            Replaces the methods of the sign-in too. What somebody wrote in them is lost: look at the change.
          </FieldNote>
        </FieldRow>
      )}
      {changed.length > 0 && written.ok && (
        <section aria-label="What changes" className="grid min-w-0 gap-3">
          {changed.map((path) => (
            <div key={path} className="min-w-0">
              <h3 className="code-text pb-1 text-ink">{path}</h3>
              <DiffLines
                label={`Change of ${path}`}
                path={path}
                before={before.get(path)}
                after={written.files.get(path)}
              />
            </div>
          ))}
        </section>
      )}
      {written.ok && changed.length === 0 && (
        <InlineMessage kind="look" title="Nothing changes.">
          The plugin has this code already.
        </InlineMessage>
      )}
    </div>
  )
}

const words = {
  made: 'Nobody changed $file yet: it is made anew with these settings.',
  methods: '$file was changed by hand: the methods of the sign-in are replaced, the rest stays.',
  constants: '$file has the methods already: only its constants change.',
  same: '$file stays as it is.',
} as const
