'use client'

import { useFormContext, useWatch } from 'react-hook-form'
import { showToast } from '@/components/ui/toast'
import { presetById } from '@/lib/oauth/presets/presets'
import type { OAuthPreset } from '@/lib/oauth/presets/preset'
import { settingsOf } from '@/lib/oauth/settings'
import type { PlaygroundForm } from '../playground-form'
import { ChoiceField } from './choice-field'
import { Discovery } from './discovery'
import { Fold } from './fold'
import { MoreFields } from './more-fields'
import { PresetNotes } from './preset-notes'
import { PresetPicker } from './preset-picker'
import { RedirectUriToRegister } from './redirect-uri-to-register'
import { ScopesField } from './scopes-field'
import { SecretField } from './secret-field'
import { TextField } from './text-field'

/** Everything that a client and its server are made of. `kept` is the mask of a secret that the server still holds. */
export function ClientForm({
  kept,
  onSecretLeft,
  practice,
  redirectUri,
}: {
  kept?: string
  onSecretLeft: () => void
  practice: boolean
  /** The one that this page uses. */
  redirectUri: string
}) {
  const { control, getValues, reset, formState } = useFormContext<PlaygroundForm>()
  const presetId = useWatch({ control, name: 'presetId' })
  const settings = useWatch({ control, name: 'settings' })
  const preset = presetById(presetId)
  const errors = formState.errors.settings
  const person = settings.grant === 'authorization_code'

  function take(chosen: OAuthPreset) {
    const before = getValues()
    const blank = before.settings.tokenUrl === '' && before.settings.authorizationUrl === ''
    reset(
      {
        ...before,
        presetId: chosen.id,
        // A client belongs to its service.
        settings: settingsOf({ ...chosen.settings, clientId: blank ? before.settings.clientId : '' }),
        clientSecret: blank ? before.clientSecret : '',
      },
      { keepDefaultValues: true },
    )
    if (!blank) showToast(`${chosen.label} is filled in.`, { label: 'Undo', run: () => reset(before) })
  }

  return (
    <>
      <div className="grid gap-3 px-4 py-4">
        {!practice && (
          <>
            <PresetPicker chosen={presetId} onChoose={take} />
            {preset && <PresetNotes preset={preset} />}
            {person && <RedirectUriToRegister uri={redirectUri} />}
          </>
        )}
        {preset?.variables?.map(({ name, label, example }) => (
          <TextField key={name} name={`settings.variables.${name}`} label={label} placeholder={example} />
        ))}
        <TextField
          name="settings.clientId"
          label="Client ID"
          why="From the page of the service where the client is registered. Not a secret."
        />
        {settings.clientAuthentication !== 'none' && <SecretField kept={kept} onLeft={onSecretLeft} />}
        {person && (
          <TextField
            name="settings.authorizationUrl"
            label="Authorization URL"
            placeholder="https://example.com/authorize"
            why="Where people sign in and agree."
          />
        )}
        <TextField
          name="settings.tokenUrl"
          label="Token URL"
          placeholder="https://example.com/token"
          why="Where a code becomes a token. Only our server calls it."
        />
        <ScopesField />
        <ChoiceField
          name="settings.clientAuthentication"
          label="Client sign-in"
          why="How the client proves who it is at the token URL. A wrong choice is answered with invalid_client."
          choices={[
            { value: 'post', label: 'In the body' },
            { value: 'basic', label: 'Basic header' },
            { value: 'basic-raw', label: 'Basic header, not encoded' },
            { value: 'none', label: 'None, a public client' },
          ]}
        />
        {person && (
          <ChoiceField
            name="settings.pkce"
            label="PKCE"
            segments
            why="Makes a stolen code useless. Switch it off only for a server that refuses it."
            choices={[
              { value: 'S256', label: 'S256' },
              { value: 'plain', label: 'plain' },
              { value: 'off', label: 'Off' },
            ]}
          />
        )}
      </div>
      <Fold
        title="More addresses"
        count={
          [
            settings.issuer,
            settings.revocationUrl,
            settings.introspectionUrl,
            settings.userinfoUrl,
            settings.whoAmIUrl,
          ].filter(Boolean).length
        }
        mustOpen={
          presetId === 'generic-oidc' ||
          [
            errors?.issuer,
            errors?.revocationUrl,
            errors?.introspectionUrl,
            errors?.userinfoUrl,
            errors?.whoAmIUrl,
          ].some(Boolean)
        }
      >
        <Discovery />
        <TextField
          name="settings.revocationUrl"
          label="Revocation URL"
          why="Ends a token before its time (RFC 7009)."
        />
        <TextField name="settings.introspectionUrl" label="Introspection URL" why="Says what a token is (RFC 7662)." />
        <TextField name="settings.userinfoUrl" label="Userinfo URL" why="Says who signed in, with OpenID Connect." />
        <TextField
          name="settings.whoAmIUrl"
          label="Who-am-I URL"
          why="A GET of the API that says whose token it is. Dify shows the name beside the credentials."
        />
      </Fold>
      <MoreFields />
    </>
  )
}
