import type { Kind } from '../../kind'
import { signIns } from '../../project/sign-in'
import { createTrigger } from './create'
import { event } from './event'
import { triggerPicture } from './picture'
import { triggerProvider } from './provider'

/** Starts of workflows: one provider that listens to a service, with any number of events. */
export const triggerKind: Kind = {
  id: 'trigger',
  title: 'Triggers',
  summary: 'Events of a service that start workflows',
  icon: 'zap',
  docsUrl: 'https://docs.dify.ai/en/develop-plugin/dev-guides-and-walkthroughs/trigger-plugin',
  manifestKey: 'triggers',
  alone: true,
  picture: triggerPicture,
  since: '1.10.0',
  declares: '1.10.1',
  sdk: '0.6.0',
  signIns,
  callbackWord: 'trigger',
  signInNotes: {
    none: 'People copy a web address out of Dify into the service.',
    'api-key': 'Each person enters a key in Dify, which then asks the service for its events.',
    oauth: 'Each person signs in at the service, which is then asked for its events.',
  },
  root: triggerProvider,
  items: [event],
  starters: [
    {
      id: 'trigger',
      kind: 'trigger',
      title: 'Trigger',
      summary: 'One event, for webhooks that people set up by hand',
      answers: { credentials: 'none' },
    },
    {
      id: 'trigger-api-key',
      kind: 'trigger',
      title: 'Trigger with an API key',
      summary: 'One event, and subscriptions that Dify makes with the key of an account',
      answers: { credentials: 'api-key' },
    },
    {
      id: 'trigger-oauth',
      kind: 'trigger',
      title: 'Trigger with a sign-in',
      summary: 'One event, and subscriptions that Dify makes after a sign-in at the service',
      answers: { credentials: 'oauth' },
    },
    {
      id: 'trigger-api-key-oauth',
      kind: 'trigger',
      title: 'Trigger with an API key or a sign-in',
      summary: 'One event, and subscriptions that Dify makes with a key or after a sign-in',
      answers: { credentials: 'api-key-or-oauth' },
    },
  ],
  create: createTrigger,
}
