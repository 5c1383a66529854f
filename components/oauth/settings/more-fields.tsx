'use client'

import { useController, useFormContext, useWatch } from 'react-hook-form'
import { Input } from '@/components/ui/input'
import { Switch } from '@/components/ui/switch'
import type { PlaygroundForm } from '../playground-form'
import { ChoiceField } from './choice-field'
import { Fold } from './fold'
import { Labelled } from './labelled'
import { ParameterRows } from './parameter-rows'
import { TextField } from './text-field'

/** What only some services need: how things are written, and further parameters of each step. */
export function MoreFields() {
  const { control } = useFormContext<PlaygroundForm>()
  const settings = useWatch({ control, name: 'settings' })
  const { authorizationParameters, tokenParameters, refreshParameters, tokenHeaders } = settings
  const further = [authorizationParameters, tokenParameters, refreshParameters, tokenHeaders].flat().length
  return (
    <>
      <Fold
        title="How requests are written"
        count={[settings.prompt, settings.audience, settings.tokenPath].filter(Boolean).length}
      >
        <ChoiceField
          name="settings.grant"
          label="Who signs in"
          segments
          why="Dify's OAuth is for people. A client alone fetches its token inside a tool."
          choices={[
            { value: 'authorization_code', label: 'A person' },
            { value: 'client_credentials', label: 'The client alone' },
          ]}
        />
        <ChoiceField
          name="settings.tokenBody"
          label="Body of token requests"
          segments
          why="The standard is a form; some services want JSON."
          choices={[
            { value: 'form', label: 'Form' },
            { value: 'json', label: 'JSON' },
          ]}
        />
        <ChoiceField
          name="settings.scopeDelimiter"
          label="Between scopes"
          segments
          why="The standard is a space; some services want a comma."
          choices={[
            { value: ' ', label: 'Space' },
            { value: ',', label: 'Comma' },
          ]}
        />
        <TextField
          name="settings.prompt"
          label="Prompt"
          placeholder="consent"
          why="consent asks even those who agreed before; some services give a refresh token only then."
        />
        <TextField
          name="settings.audience"
          label="Audience"
          why="Names the API, where a server gives tokens for several."
        />
        <SwitchField
          name="settings.refreshSendsScope"
          label="Name the scopes when refreshing"
          why="Microsoft wants it."
        />
        <SwitchField
          name="settings.sendsIssuer"
          label="The server names itself (iss)"
          why="Then an answer without iss is refused: it may come from another server."
        />
        <TextField
          name="settings.tokenPath"
          label="Place of the token"
          placeholder="access_token"
          why="Where it is nested in the answer: authed_user.access_token."
        />
        <LifetimeField />
        <ChoiceField
          name="settings.whoAmIScheme"
          label="Word before the token"
          segments
          why="In the Authorization header of the who-am-I request."
          choices={[
            { value: 'Bearer', label: 'Bearer' },
            { value: 'token', label: 'token' },
          ]}
        />
      </Fold>
      <Fold title="Further parameters" count={further}>
        <ParameterRows
          list="authorizationParameters"
          title="In the authorization URL"
          why="access_type=offline brings a refresh token from Google."
        />
        <ParameterRows list="tokenParameters" title="In the code exchange" why="Few services ask for any." />
        <ParameterRows list="refreshParameters" title="In the refresh" why="Few services ask for any." />
        <ParameterRows
          list="tokenHeaders"
          title="Headers of token requests"
          why="Such as a version of the API. The client's own header is made from its sign-in."
        />
      </Fold>
    </>
  )
}

function SwitchField({
  name,
  label,
  why,
}: {
  name: 'settings.refreshSendsScope' | 'settings.sendsIssuer'
  label: string
  why: string
}) {
  const { field } = useController<PlaygroundForm, typeof name>({ name })
  return (
    <div>
      <div className="flex items-center gap-2">
        <label htmlFor={name} className="min-w-0 flex-1 text-12 text-ink-2">
          {label}
        </label>
        <Switch id={name} aria-describedby={`${name}-note`} checked={field.value} onCheckedChange={field.onChange} />
      </div>
      <p id={`${name}-note`} className="mt-1 text-12 text-ink-3">
        {why}
      </p>
    </div>
  )
}

function LifetimeField() {
  const id = 'settings.defaultExpiresIn'
  const {
    field: { ref, value, onChange, onBlur },
  } = useController<PlaygroundForm, typeof id>({ name: id })
  return (
    <Labelled id={id} label="Lifetime where the answer names none" why="In seconds; empty: for ever.">
      <Input
        id={id}
        ref={ref}
        mono
        inputMode="numeric"
        autoComplete="off"
        aria-describedby={`${id}-note`}
        value={value < 0 ? '' : String(value)}
        onBlur={onBlur}
        onChange={({ target }) => onChange(/^\d{1,9}$/.test(target.value.trim()) ? Number(target.value) : -1)}
        end={<span className="text-12 text-ink-3">s</span>}
      />
    </Labelled>
  )
}
