'use client'

import { FormProvider } from 'react-hook-form'
import { InlineMessage } from '@/components/ui/inline-message'
import { AuthorizationStep } from './authorization/authorization-step'
import { ClientCredentialsStep } from './authorization/client-credentials-step'
import { CallbackStep } from './callback/callback-step'
import type { PlaygroundProps } from './playground'
import { PlaygroundBar } from './playground-bar'
import { PracticePanel } from './practice/practice-panel'
import { progressText } from './practice/whole-flow'
import { ServiceChoice } from './practice/service-choice'
import { ClientForm } from './settings/client-form'
import { Step } from './step'
import { TokenStep } from './token-step'
import { usePlayground } from './use-playground'
import { FromPlugin } from './write-code/from-plugin'

/** The page: client, authorization URL, callback, token and refresh, from left to right, and below each other on a phone. */
export function PlaygroundPage(props: PlaygroundProps) {
  const { person, origin, practiceIsOn, project } = props
  const { form, flow, playing, settings, practice, whole, ...page } = usePlayground(props)
  const { start, step, paste, clear, forgetSecret } = playing
  const trouble = (clear.error ?? forgetSecret.error ?? playing.lost)?.message
  return (
    <FormProvider {...form}>
      <div className="flex min-h-dvh flex-col xl:h-dvh">
        <PlaygroundBar
          person={person}
          project={project}
          clearing={clear.isPending}
          onStartAgain={flow && page.startAgain}
          onClearAll={page.clearAll}
        />
        {trouble && (
          <InlineMessage kind="error" title="The page does not know how the flow stands.">
            {trouble}
          </InlineMessage>
        )}
        <main className="grid min-h-0 flex-1 grid-cols-1 xl:grid-cols-[300px_minmax(320px,1fr)_minmax(272px,0.8fr)_minmax(0,1.6fr)] xl:grid-rows-[minmax(0,1fr)]">
          <Step title="Client" first reached>
            {practiceIsOn && <ServiceChoice practice={practice} />}
            {practice.on && (
              <PracticePanel
                choice={practice.choice}
                progress={progressText(flow, whole.running)}
                busy={whole.running && (step.isPending || start.isPending)}
                onChoose={practice.choose}
                onTry={page.tryWhole}
              />
            )}
            {project && !practice.on && <FromPlugin project={project} />}
            <ClientForm
              kept={page.kept}
              onSecretLeft={page.onSecretLeft}
              practice={practice.on}
              redirectUri={page.redirectUri}
            />
          </Step>
          {settings.grant === 'client_credentials' ? (
            <ClientCredentialsStep
              busy={start.isPending || step.isPending}
              trouble={start.error?.message}
              reached={flow !== undefined && flow.exchanges.length > 0}
              onAsk={page.askAlone}
            />
          ) : (
            <>
              <AuthorizationStep
                live={page.live}
                changed={page.changed}
                reached={flow?.authorization !== undefined}
                look={practice.on || flow?.callback ? 'plain' : 'primary'}
                opening={page.opening}
                trouble={start.error?.message}
                opened={flow?.callback ? undefined : flow?.authorization?.url}
                onOpen={page.open}
              />
              <CallbackStep
                flow={flow}
                origin={origin}
                targets={project?.targets}
                pasting={paste.isPending}
                pasteTrouble={paste.error?.message}
                onPaste={(url) => paste.mutate(url)}
              />
            </>
          )}
          <TokenStep playing={playing} project={project} target={page.target} />
        </main>
      </div>
    </FormProvider>
  )
}
