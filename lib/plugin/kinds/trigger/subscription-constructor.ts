import { z } from 'zod'
import { credentialEntries } from '../../schema/credential'
import { field } from '../../schema/field'
import { oauthSchema } from '../../schema/oauth-schema'
import { eventParameters } from './parameter'

/** How Dify makes subscriptions by itself: `sdk:trigger.py: TriggerSubscriptionConstructorConfiguration` (trigger.md section 2). */
export const subscriptionConstructor = field(
  z.looseObject({
    parameters: eventParameters(
      { title: 'Parameters', description: 'What people choose while they subscribe: which repository, which events.' },
      { noNull: ['G5'] },
    ),
    credentials_schema: credentialEntries('credential', {
      title: 'Credentials',
      description:
        'What people fill in to connect: an API key, a server address. Your Python checks it when it is entered.',
    }).optional(),
    oauth_schema: oauthSchema,
    extra: field(
      z.unknown().optional(),
      {
        title: 'Code',
        description: 'Not read: the class stands in the Python file of the provider.',
        widget: 'value',
        onlyWhenPresent: true,
      },
      { dropped: 'The SDK looks for the class in the Python file of the provider and nowhere else.' },
    ),
  }),
  {
    title: 'Set-up',
    description: 'Lets Dify subscribe by itself. Without it people copy the address of the webhook to the service.',
    widget: 'group',
  },
  { go: 'map-entry', sdk: 'map', noNull: [], checks: ['subscription-constructor'] },
).optional()
