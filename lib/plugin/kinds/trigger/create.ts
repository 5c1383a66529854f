import type { Answers, KindFiles } from '../../kind'
import { freshItems, pythonOf, withPython } from '../../project/fresh-files'
import { descriptionOf } from '../../project/manifest-text'
import { itemName, labelOf } from '../../project/names'
import { oauthClientText } from '../../project/oauth-text'
import { takesOauth } from '../../project/sign-in'
import { fileStem } from '../../python/names'
import { eventStub } from './event-stub'
import { triggerProviderStub } from './provider-stub'
import { eventStarter, triggerProviderStarter } from './starter'

/** A fresh plugin's trigger files: one provider and its events, with Python that runs. */
export function createTrigger(answers: Answers): KindFiles {
  const provider = `provider/${fileStem(answers.name)}.yaml`
  const events = freshItems((answers.items?.event ?? ['first_event']).map(itemName), 'events')
  const yaml = new Map<string, string>([
    [
      provider,
      triggerProviderStarter({
        name: answers.name,
        author: answers.author,
        label: answers.label ?? labelOf(answers.name),
        path: provider,
        python: pythonOf(provider),
        description: descriptionOf(answers),
        credentials: answers.credentials,
        icons: answers.icons,
        events,
      }),
    ],
    ...events.map((event) => [event.path, eventStarter({ ...event, author: answers.author })] as const),
  ])
  const subscribes = (answers.credentials ?? 'none') !== 'none'
  return {
    files: withPython(yaml, { section: 'triggers', root: provider }, (seen, path) =>
      path === provider ? triggerProviderStub(seen, path) : eventStub(seen, path),
    ),
    section: [provider],
    tags: ['utilities'],
    requirements: ['werkzeug>=3.0.0,<4.0.0', ...(subscribes ? ['requests>=2.32.0,<3.0.0'] : [])],
    readme: [
      ...(takesOauth(answers.credentials) ? [{ heading: 'Credentials', text: oauthClientText } as const] : []),
      ...(subscribes ? [{ heading: 'Credentials', text: signInText } as const] : []),
      { heading: 'Setup', text: subscribes ? subscribeText : byHandText },
      { heading: 'Usage', text: usageText(events.map(({ name }) => name)) },
    ],
  }
}

const signInText =
  'In Dify, open the plugin, choose *New subscription* and connect the account at the service whose events you want.'

const subscribeText =
  'Then make a subscription in the details of the plugin: the plugin asks the service for a webhook. You can also choose *Paste URL* and set the webhook up by hand.'

const byHandText =
  'Then make a subscription in the details of the plugin, copy its callback URL and enter it at the service as the address of a webhook. Where the service signs what it sends, give both the same secret.'

function usageText(names: readonly string[]): string {
  return `Start a workflow with an event of this plugin:\n\n${names.map((name) => `- \`${name}\`: choose a subscription, and a subject where only some events count.`).join('\n')}`
}
