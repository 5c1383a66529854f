import { createPlugin } from '@/lib/plugin/create'
import type { Files } from '@/lib/plugin/files'
import { eventPaste } from '@/lib/plugin/kinds/trigger/paste/paste'
import { author, createdAt, key, type Call, type Case } from './calls'
import { dispatch, endpoint, eventCall, provider } from './trigger-calls'

/** Events made from deliveries: told by a header, and by a field of the payload. */
export function pastedEventsCase(): Case {
  const opened = {
    action: 'opened',
    text: 'kept',
    issue: { number: 7, title: 'Crash', labels: [{ name: 'bug' }] },
    sender: { login: 'octocat' },
    locked: false,
  }
  const pushed = { ref: 'refs/heads/main', commits: [] }
  const fresh = createPlugin(['trigger'], { name: provider, author, createdAt, credentials: 'api-key' })
  const files = [
    `X-GitHub-Event: issues\n\n${JSON.stringify(opened)}`,
    `curl http://localhost -H 'X-GitHub-Event: push' -d '${JSON.stringify(pushed)}'`,
  ].reduce(pasted, fresh)
  const calls = (event: string, body: object): Call[] => [
    dispatch(provider, event, body, {}, { events: [event], payload: body }, { 'X-GitHub-Event': event }),
    eventCall(provider, event, {}, { body, payload: body }, { variables: body, cancelled: false }),
  ]
  const closed = { ...opened, action: 'closed' }
  const parameters = { events: ['issues'] }
  const properties = { webhook_secret: key }
  return {
    name: 'events made from webhook deliveries',
    files,
    calls: [
      ...calls('issues', opened),
      ...calls('push', pushed),
      dispatch(provider, 'without a header', opened, {}, { events: [], payload: opened }),
      eventCall(
        provider,
        'issues',
        { action: 'opened' },
        { body: opened, payload: opened },
        { variables: opened, cancelled: false },
      ),
      eventCall(
        provider,
        'issues',
        { action: 'opened' },
        { body: closed, payload: closed },
        { variables: {}, cancelled: true },
      ),
      {
        name: 'refresh',
        data: {
          type: 'trigger',
          action: 'refresh_trigger',
          provider,
          credentials: { api_key: key },
          credential_type: 'api-key',
          subscription: { endpoint, expires_at: 5, parameters, properties },
        },
        expect: { subscription: { endpoint, expires_at: -1, parameters, properties } },
      },
    ],
  }
}

function pasted(files: Files, payload: string): Files {
  const parent = `provider/${provider}.yaml`
  const reading = eventPaste.propose({ payload }, files, parent)
  if (!reading.ok) throw new Error(reading.reason)
  const { name, values, add } = reading.proposal
  const edited = add(files, parent, { name, asked: new Set(values.flatMap(({ id, asked }) => (asked ? [id] : []))) })
  if (!edited.ok) throw new Error(edited.reason)
  return edited.files
}
