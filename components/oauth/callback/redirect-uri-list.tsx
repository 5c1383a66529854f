'use client'

import { useController, useFormContext, useWatch } from 'react-hook-form'
import { baseUrlProblem, targetProblem, type RedirectTarget, type RedirectUri } from '@/lib/oauth/redirect-uri'
import { Select } from '@/components/ui/select'
import { presetById } from '@/lib/oauth/presets/presets'
import { CopyIcon } from '../copy-icon'
import type { PlaygroundForm } from '../playground-form'
import { redirectUrisOf } from '../redirect-uris'
import { Labelled } from '../settings/labelled'
import { TextField } from '../settings/text-field'
import { ChoiceField } from '../settings/choice-field'

export interface RedirectUriListProps {
  origin: string
  /** The providers of the plugin; absent where the page stands by itself and the words are typed. */
  targets?: readonly (RedirectTarget & { file: string })[]
}

/** Every redirect URI that may have to be registered, ready to copy, each with its trap. */
export function RedirectUriList({ origin, targets }: RedirectUriListProps) {
  const { control, register } = useFormContext<PlaygroundForm>()
  const target = useWatch({ control, name: 'target' })
  const selfHosted = useWatch({ control, name: 'selfHosted' })
  const chosen = useWatch({ control, name: 'callback' })
  const preset = presetById(useWatch({ control, name: 'presetId' }))
  const { own, dify } = redirectUrisOf(origin, { target, selfHosted })
  const problem = targetProblem(target)
  const baseProblem = selfHosted.trim() === '' ? undefined : baseUrlProblem(selfHosted.trim())
  return (
    <div className="grid gap-3 px-4 py-3.5">
      <div>
        <h3 className="font-medium">Redirect URIs to register</h3>
        <p className="mt-0.5 text-12 text-ink-3">
          Services compare them character by character: a slash, a port or http too much, and they refuse.{' '}
          {preset?.redirectNote}
        </p>
      </div>
      <fieldset>
        <legend className="sr-only">Where people come back to</legend>
        {own.map((each, index) => (
          <Uri
            key={each.title}
            of={each}
            choice={
              own.length > 1 && (
                <input
                  type="radio"
                  value={index === 0 ? 'own' : 'dify'}
                  aria-label={`Come back to: ${each.title}`}
                  className="mt-0.5 size-3.5 shrink-0 accent-(--accent)"
                  {...register('callback')}
                />
              )
            }
            used={own.length === 1 || (index === 0) === (chosen === 'own')}
          />
        ))}
      </fieldset>
      {targets === undefined ? <TargetFields /> : <PluginTarget targets={targets} problem={problem} />}
      {dify.length > 0 && (
        <ul aria-label="For Dify">
          {dify.map((each) => (
            <li key={each.title}>
              <Uri of={each} />
            </li>
          ))}
        </ul>
      )}
      {(dify.length > 0 || problem === undefined) && (
        <TextField
          name="selfHosted"
          label="Address of a self-hosted Dify"
          placeholder="https://dify.example.com"
          inputMode="url"
          why={baseProblem ?? 'Its CONSOLE_API_URL. The redirect URI of that Dify is then shown above.'}
        />
      )}
    </div>
  )
}

function Uri({
  of: { title, uri, note },
  choice,
  used,
}: {
  of: RedirectUri
  choice?: React.ReactNode
  used?: boolean
}) {
  return (
    <div className="flex items-start gap-2 border-t border-line py-2 first:border-t-0">
      {choice}
      <div className="min-w-0 flex-1">
        <p className="text-12 text-ink-2">
          {title}
          {used && <span className="ml-2 text-accent-ink">used here</span>}
        </p>
        <p className="code-12 leading-4 [overflow-wrap:anywhere] text-c-plain">{uri}</p>
        {note && <p className="mt-0.5 text-12 text-ink-3">{note}</p>}
      </div>
      <CopyIcon text={uri} label={`Copy the redirect URI of ${title}`} />
    </div>
  )
}

/** Which provider of the plugin it is about, and what keeps its words from being right. */
function PluginTarget({
  targets,
  problem,
}: {
  targets: NonNullable<RedirectUriListProps['targets']>
  problem?: string
}) {
  const { field } = useController<PlaygroundForm, 'target'>({ name: 'target' })
  if (targets.length === 0)
    return (
      <p className="border-t border-line pt-3 text-12 text-ink-2">
        Dify has OAuth for tools, data sources and triggers. This plugin has no provider of these kinds.
      </p>
    )
  const at = targets.findIndex(({ provider, kind }) => provider === field.value.provider && kind === field.value.kind)
  return (
    <>
      {targets.length > 1 && (
        <Labelled id="provider" label="Provider of the plugin">
          <Select
            id="provider"
            aria-labelledby="provider-label"
            value={String(Math.max(0, at))}
            onValueChange={(value) => field.onChange(targets[Number(value)])}
            choices={targets.map(({ file }, index) => ({ value: String(index), label: file }))}
            mono
          />
        </Labelled>
      )}
      {problem && <p className="text-12 text-ink-2">{problem} It stands in the files of the plugin.</p>}
    </>
  )
}

/** The words of Dify's own callback path, typed where no plugin gives them. */
function TargetFields() {
  return (
    <div className="grid gap-3 border-t border-line pt-3">
      <p className="text-12 text-ink-3">
        For the redirect URIs of Dify, say whose provider it is. Author and plugin stand in manifest.yaml, the provider
        is identity.name of its YAML.
      </p>
      <div className="grid grid-cols-2 gap-3">
        <TextField name="target.author" label="Author" placeholder="acme" />
        <TextField name="target.plugin" label="Plugin" placeholder="crm" />
        <TextField name="target.provider" label="Provider" placeholder="crm" />
        <ChoiceField
          name="target.kind"
          label="Kind"
          choices={[
            { value: 'tool', label: 'Tool' },
            { value: 'datasource', label: 'Data source' },
            { value: 'trigger', label: 'Trigger' },
          ]}
        />
      </div>
    </div>
  )
}
