import { z } from 'zod'
import type { DocumentType } from '../../document'
import { deliveryInput } from '../../paste/delivery-input'
import { credentialList } from '../../schema/credential'
import { field } from '../../schema/field'
import { assetRef, fileRef, fileRefs, textAt } from '../../schema/file-reference'
import { pythonSource } from '../../schema/python-source'
import { checkDispatch, checkOptions } from './check-dispatch'
import { checkName } from './check-name'
import { followEventNames } from './event-options'
import { triggerIdentity } from './identity'
import { triggerOAuth } from './oauth'
import { triggerProviderStub } from './provider-stub'
import { triggerProviderStarter } from './starter'
import { subscriptionConstructor } from './subscription-constructor'

/** Older places of what belongs into `subscription_constructor`; the daemon drops them (trigger.md section 1). */
const older = {
  credentials_schema: field(
    z.unknown().optional(),
    {
      title: 'Credentials (older place)',
      description: 'Nobody reads it here.',
      widget: 'value',
      onlyWhenPresent: true,
    },
    {
      sdk: 'list-or-map',
      noNull: ['G5'],
      dropped: 'Dify reads credentials of a trigger under `subscription_constructor` only.',
    },
  ),
  oauth_schema: field(
    z.unknown().optional(),
    { title: 'OAuth (older place)', description: 'Nobody reads it here.', widget: 'value', onlyWhenPresent: true },
    { dropped: 'Dify reads the sign-in of a trigger under `subscription_constructor` only.' },
  ),
}

const schema = z.looseObject({
  identity: triggerIdentity,
  subscription_schema: credentialList(
    'field',
    {
      title: 'Subscription',
      description:
        'What every subscription keeps, such as the secret of a webhook. People type it in where Dify does not subscribe by itself.',
    },
    { go: 'list-or-maps', noNull: ['G5'], notValidated: true, checks: ['subscription-fields'] },
  ).optional(),
  subscription_constructor: subscriptionConstructor,
  events: field(
    z.array(
      field(
        z.string(),
        { title: 'Event file', description: 'Path of an event.', mono: true },
        { sdk: 'text', noNull: ['G1', 'G5'], notEmpty: ['G1', 'G5'] },
      ),
    ),
    { title: 'Events', description: 'The events of this provider, one file each.', widget: 'strings' },
    { go: 'items', sdk: 'list', noNull: ['G5'], checks: ['event-items'] },
  ),
  ...older,
  extra: pythonSource('Trigger'),
})

/** A trigger provider: `pkg/entities/plugin_entities/trigger_declaration.go: TriggerProviderDeclaration`. */
export const triggerProvider: DocumentType = {
  id: 'trigger.provider',
  title: 'Trigger provider',
  icon: 'plug',
  schema,
  form: [
    {
      id: 'identity',
      title: 'Provider',
      summary: 'How its events are presented',
      fields: [
        'identity.name',
        'identity.label',
        'identity.description',
        'identity.icon',
        'identity.icon_dark',
        'identity.tags',
        'identity.author',
      ],
    },
    {
      id: 'subscription',
      title: 'Subscription',
      summary: 'What every subscription keeps',
      fields: ['subscription_schema'],
    },
    {
      id: 'set-up',
      title: 'Set-up',
      summary: 'What people choose where Dify subscribes by itself',
      fields: ['subscription_constructor.parameters'],
    },
    {
      id: 'credentials',
      title: 'Credentials',
      summary: 'What people fill in to connect',
      fields: ['subscription_constructor.credentials_schema'],
    },
    {
      id: 'oauth',
      title: 'OAuth',
      summary: 'Sign-in at the service',
      fields: [
        'subscription_constructor.oauth_schema.client_schema',
        'subscription_constructor.oauth_schema.credentials_schema',
      ],
    },
    { id: 'events', title: 'Events', summary: 'One file each, in this order', fields: ['events'] },
    { id: 'code', title: 'Code', fields: ['extra.python.source', 'subscription_constructor.extra'] },
  ],
  label: (value) => textAt(value, ['identity', 'name']) ?? 'Provider',
  namePath: 'identity.name',
  repeatedName: 'Trigger provider `{name}` is already registered',
  items: {
    at: 'events',
    type: 'event',
    noun: 'event',
    title: 'Events',
    folder: 'events',
    read: [],
    readBack: ['identity.name'],
    namesFollow: followEventNames,
    paste: { from: 'a webhook delivery', inputFor: deliveryInput },
  },
  refs: (value) => [
    ...assetRef(value, ['identity', 'icon']),
    ...assetRef(value, ['identity', 'icon_dark']),
    ...fileRefs(value, ['events'], 'event'),
    ...fileRef(value, ['extra', 'python', 'source'], 'python'),
  ],
  pythonBase: 'Trigger',
  pythonAlso: {
    base: 'TriggerSubscriptionConstructor',
    at: 'subscription_constructor',
    refusal: 'Trigger subscription constructor configuration declared but no implementation found',
  },
  oauth: {
    at: ['subscription_constructor', 'oauth_schema'],
    base: 'TriggerSubscriptionConstructor',
    classes: triggerOAuth,
  },
  asks: [
    'subscription_schema',
    'subscription_constructor.credentials_schema',
    'subscription_constructor.oauth_schema.client_schema',
  ],
  inheritsTags: { at: 'identity.tags', refused: [], noneSince: '1.10.1' },
  check: (...asked) => [checkName, checkDispatch, checkOptions].flatMap((check) => check(...asked)),
  starter: triggerProviderStarter,
  stub: triggerProviderStub,
}
