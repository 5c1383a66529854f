'use client'

import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { FieldNote } from '@/components/ui/field-note'
import { FieldRow } from '@/components/ui/field-row'
import { Input } from '@/components/ui/input'
import { nameFromLabel } from '@/lib/plugin/project/names'
import type { NewPluginAnswers } from './new-plugin-schema'

interface NameFieldsProps {
  form: UseFormReturn<NewPluginAnswers>
  answers: Pick<NewPluginAnswers, 'label' | 'fileName'>
}

/** Name and author, each with one line of help or one of trouble. */
export function NameFields({ form, answers }: NameFieldsProps) {
  const { errors } = form.formState
  const [own, setOwn] = useState(false)
  const fileName = nameFromLabel(answers.label)
  const asks = own || (answers.label.trim() !== '' && fileName === '') || answers.fileName !== ''
  return (
    <>
      <FieldRow label="Name" htmlFor="label">
        <Input
          id="label"
          data-ready-control
          autoFocus
          autoComplete="off"
          placeholder="My plugin"
          aria-invalid={Boolean(errors.label)}
          aria-describedby="label-note"
          edge="sm:max-w-[360px]"
          {...form.register('label')}
        />
        <FieldNote id="label-note" error={errors.label?.message}>
          {asks ? (
            'What people read in Dify. It can change at any time.'
          ) : (
            <>
              In the files <code className="text-ink-2">{fileName || 'my_plugin'}</code>, which{' '}
              <button type="button" className="link" onClick={() => setOwn(true)}>
                can differ
              </button>
              . It cannot change once people have installed the plugin.
            </>
          )}
        </FieldNote>
      </FieldRow>
      {asks && (
        <FieldRow label="Name in the files" htmlFor="fileName">
          <Input
            id="fileName"
            mono
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder={fileName || 'my_plugin'}
            aria-invalid={Boolean(errors.fileName)}
            aria-describedby="fileName-note"
            edge="sm:max-w-[360px]"
            {...form.register('fileName', { setValueAs: (value: string) => value.trim() })}
          />
          <FieldNote id="fileName-note" error={errors.fileName?.message}>
            Lower-case letters, digits, <code>-</code> and <code>_</code>. It cannot change once people have installed
            the plugin.
          </FieldNote>
        </FieldRow>
      )}
      <FieldRow label="Author" htmlFor="author">
        <Input
          id="author"
          mono
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="your-name"
          aria-invalid={Boolean(errors.author)}
          aria-describedby="author-note"
          edge="sm:max-w-[360px]"
          {...form.register('author')}
        />
        <FieldNote id="author-note" error={errors.author?.message}>
          Lower-case letters, digits, <code>-</code> and <code>_</code>. Usually your GitHub name.
        </FieldNote>
      </FieldRow>
    </>
  )
}
