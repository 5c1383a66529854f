import { createPlugin } from '@/lib/plugin/create'
import type { Files } from '@/lib/plugin/files'
import { toolPaste } from '@/lib/plugin/kinds/tool/paste/paste'
import { author, createdAt, invoke, key, type Case } from './calls'

/** Tools made from cURL commands: they send the request that was pasted, to `upstream`. */
export function pastedCase(upstream: string): Case {
  const answer = '{"method": "", "path": "", "query": {}, "sent": {}, "text": ""}'
  const fresh = createPlugin(['tool'], { name: 'nimbra', author, createdAt })
  const head = '-H "Authorization: Bearer sk_never_kept"'
  const files = [
    pasted(`curl "${upstream}/v1/search?q=porto&limit=3&strict=true" ${head}`, answer),
    pasted(`curl -X PUT ${upstream}/users/42 ${head} -d '{"name": "Ana Sá", "tags": ["a"], "age": 7}'`, answer),
    pasted(`curl ${upstream}/broken ${head}`, ''),
  ].reduce((now, add) => add(now), fresh)
  const call = (
    tool: string,
    parameters: object,
    expect: Record<string, unknown>,
    credentials: object = { api_key: key },
  ) => invoke('nimbra', tool, credentials, parameters, expect)
  return {
    name: 'tools made from cURL commands',
    files,
    calls: [
      call(
        'search',
        { q: 'a b&c' },
        {
          variables: {
            method: 'GET',
            path: '/v1/search',
            query: { q: 'a b&c', limit: '3', strict: 'true' },
            text_: 'said',
          },
        },
      ),
      call(
        'update_users',
        { user_id: '../7', name: 'Zoë', age: 8 },
        {
          variables: {
            method: 'PUT',
            path: '/users/..%2F7',
            query: {},
            sent: { name: 'Zoë', tags: ['a'], age: 8 },
            text_: 'said',
          },
        },
      ),
      call('search', {}, { text: 'Q is missing.', variables: {} }),
      call('search', { q: 'a' }, { text: 'The service does not accept the credentials.' }, { api_key: 'wrong' }),
      call('broken', {}, { text: 'The service did not answer with JSON.' }),
    ],
  }
}

function pasted(request: string, answer: string) {
  const reading = toolPaste.propose({ request, answer }, new Map(), '')
  if (!reading.ok) throw new Error(reading.reason)
  const { proposal } = reading
  const asked = new Set(proposal.values.flatMap((value) => (value.asked ? [value.id] : [])))
  return (files: Files): Files => {
    const edited = proposal.add(files, 'provider/nimbra.yaml', { name: proposal.name, asked })
    if (!edited.ok) throw new Error(edited.reason)
    return edited.files
  }
}
