'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useState, useTransition } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { expectArrival } from '@/components/editor/outline/arrival'
import { InlineMessage } from '@/components/ui/inline-message'
import { Kbd } from '@/components/ui/kbd'
import { TopBar } from '@/components/ui/top-bar'
import { rememberAuthor, rememberDraft, rememberedAnswers } from './answers-memory'
import type { NewKindChoice } from './kind-choice'
import { KindPicker } from './kind-picker'
import { NameFields } from './name-fields'
import { newPluginSchema, type NewPluginAnswers } from './new-plugin-schema'
import type { PluginPreview } from './plugin-preview'
import { PreviewVerdict } from './preview-verdict'
import { answersForCreate } from './preview-answers'
import { QuestionRows } from './question-rows'
import { questionsOf, settledAnswers } from './settled-answers'
import { startProject } from './start-project'
import { usePreview } from './use-preview'
import { WhatYouGet } from './what-you-get'

const fieldNames = { kinds: 'what it gives Dify', label: 'name', fileName: 'name in the files', author: 'author' }

export interface NewPluginProps {
  kinds: readonly NewKindChoice[]
  /** The kinds that are chosen at first. */
  chosen: readonly string[]
  /** What the server made of the example answers. */
  first: PluginPreview
  /** RFC 3339, goes into the manifest. */
  createdAt: string
  signedIn: boolean
}

/** Kind, name and author at the left, what they make at the right; into the editor by one button. */
export function NewPlugin({ kinds, chosen, first, createdAt, signedIn }: NewPluginProps) {
  const router = useRouter()
  const [problem, setProblem] = useState<string>()
  const [leaving, startLeaving] = useTransition()
  const form = useForm<NewPluginAnswers>({
    resolver: zodResolver(newPluginSchema),
    mode: 'onChange',
    defaultValues: { kinds: [...chosen], label: '', fileName: '', author: '', credentials: '', variant: '' },
  })
  const answers = settledAnswers(
    kinds,
    useWatch({ control: form.control, compute: (values: NewPluginAnswers) => values }),
  )
  const [field, setField] = useState<string>()
  const { preview, live } = usePreview(first, answers, field, createdAt)
  const { isSubmitting, errors } = form.formState
  const missing = Object.entries(fieldNames).flatMap(([key, name]) => (key in errors ? [name] : []))

  useEffect(() => {
    form.reset({ ...form.getValues(), ...rememberedAnswers() })
    return form.subscribe({ formState: { values: true }, callback: ({ values }) => rememberDraft(values) })
  }, [form])

  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) router.push('/')
    }
    window.addEventListener('keydown', leave)
    return () => window.removeEventListener('keydown', leave)
  }, [router])

  const create = form.handleSubmit(async (given) => {
    setProblem(undefined)
    const { filesOfAnswers } = await import('./plugin-preview')
    const settled = answersForCreate(settledAnswers(kinds, given), createdAt)
    const started = await startProject(await filesOfAnswers(given.kinds, settled), signedIn)
    if (!started.ok) return setProblem(started.reason)
    rememberAuthor(given.author)
    const address = `/projects/${started.id}`
    expectArrival(address)
    startLeaving(() => router.push(address))
  })

  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar
        crumbs={[
          <Link key="home" href="/" className="rounded-tag hover:text-ink">
            Plugins
          </Link>,
          'New plugin',
        ]}
      >
        <Link href="/" className={buttonStyle({ look: 'ghost' })}>
          Cancel
          <Kbd keys="escape" className="max-sm:hidden" />
        </Link>
      </TopBar>
      <div className="grid flex-1 grid-cols-1 content-start lg:grid-cols-[minmax(0,1fr)_minmax(420px,44%)] lg:content-stretch">
        <main>
          <form
            noValidate
            className="flex min-h-full flex-col"
            onSubmit={(event) => void create(event)}
            onFocus={(event) => setField(event.target.id || 'kinds')}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
              event.preventDefault()
              void create()
            }}
          >
            <div className="flex-1 px-4 py-6 lg:px-12 lg:py-8">
              <div className="mx-auto max-w-[680px]">
                <h1 id="kinds-title" className="mb-4 text-20 font-semibold tracking-[-0.01em]">
                  What should it give Dify?
                </h1>
                <KindPicker
                  kinds={kinds}
                  chosen={answers.kinds}
                  onChange={(ids) => form.setValue('kinds', ids, { shouldValidate: true })}
                  labelledBy="kinds-title"
                />
                <h2 className="mb-4 mt-9 text-20 font-semibold tracking-[-0.01em]">Name it</h2>
                <div className="grid gap-3">
                  <NameFields form={form} answers={answers} />
                  <QuestionRows
                    questions={questionsOf(kinds, answers)}
                    onAnswer={(name, value) => form.setValue(name, value)}
                  />
                </div>
              </div>
            </div>
            <div className="sticky bottom-0 z-(--z-sticky) border-t border-line bg-surface px-4 py-3 lg:px-12 lg:py-4">
              <div className="mx-auto max-w-[680px]">
                {problem && (
                  <InlineMessage kind="error" title="Not created." className="mb-3">
                    {problem}
                  </InlineMessage>
                )}
                <div className="flex items-center gap-4">
                  <Button
                    type="submit"
                    look="primary"
                    size="large"
                    busy={(isSubmitting || leaving) && 'Creating'}
                    className="max-sm:h-11 max-sm:w-full"
                  >
                    Create plugin
                  </Button>
                  <PreviewVerdict preview={preview} missing={missing} />
                  <span className="flex-1 max-sm:hidden" />
                  <Kbd keys="mod+enter" className="max-sm:hidden" />
                </div>
              </div>
            </div>
          </form>
        </main>
        <WhatYouGet preview={preview} live={live} />
      </div>
    </div>
  )
}
