import { describe, expect, it } from 'vitest'
import { checkPlugin } from '../../../check'
import { createPlugin } from '../../../create'
import { changedPaths, textOf, type Files } from '../../../files'
import { formatPython, lintPython } from '../../../python/test-ruff'
import { valueOf } from '../../../edit/place'
import { valueAt } from '../../../schema/file-reference'
import { toolPaste } from './paste'

const answers = { name: 'shop', author: 'acme', createdAt: '2026-01-02T03:04:05Z' }
const fresh = createPlugin(['tool'], answers)
const provider = 'provider/shop.yaml'

function pasted(request: string, answer = '', start: Files = fresh, asked?: (id: string) => boolean) {
  const reading = toolPaste.propose({ request, answer }, new Map(), '')
  if (!reading.ok) throw new Error(reading.reason)
  const { proposal } = reading
  const ids = proposal.values.filter((value) => (asked ? asked(value.id) : value.asked)).map(({ id }) => id)
  const edited = proposal.add(start, provider, { name: proposal.name, asked: new Set(ids) })
  if (!edited.ok || edited.file === undefined) throw new Error('refused')
  const python = textOf(edited.files, edited.file.replace('.yaml', '.py')) ?? ''
  expect(lintPython(python)).toEqual([])
  expect(formatPython(python)).toBe(python)
  expect(checkPlugin(edited.files).filter(({ severity }) => severity === 'error')).toEqual([])
  const tool = edited.file
  const own = checkPlugin(edited.files).filter(({ file }) => file.startsWith(tool.slice(0, -5)))
  expect(own.map(({ rule }) => rule)).toEqual(request === '' ? ['python-unfinished'] : [])
  return { ...edited, python, proposal, tool: valueOf(edited.files, edited.file) }
}

const search = `curl "https://api.example.com/v1/search?q=porto&limit=3&strict=true" -H "Authorization: Bearer s3cret"`

describe('a tool from a cURL command', () => {
  it('asks for what varies and sends the same request', () => {
    const { tool, python, proposal } = pasted(search)
    expect(proposal.name).toBe('search')
    expect(tool).toMatchObject({
      parameters: [
        { name: 'q', type: 'string', required: true },
        { name: 'limit', type: 'number', required: false, default: 3 },
        { name: 'strict', type: 'boolean', default: true },
      ],
    })
    expect(python).toContain('URL = "https://api.example.com/v1/search"')
    expect(python).toContain('params={"q": q, "limit": limit, "strict": "true" if strict else "false"}')
    expect(python).toContain('headers={"Authorization": f"Bearer {api_key}"}')
    expect(python).toContain('timeout=TIMEOUT')
  })

  it('makes a credential of the secret, which no file keeps', () => {
    const { files } = pasted(search)
    expect(valueOf(files, provider)).toMatchObject({ credentials_for_provider: { api_key: { type: 'secret-input' } } })
    for (const path of files.keys()) expect(textOf(files, path) ?? '').not.toContain('s3cret')
    expect(textOf(files, 'requirements.txt')).toContain('requests')
  })

  it.each([
    ['curl https://api.example.com/w -H "apikey: s3cret_A" -H "Authorization: Bearer s3cret_B"', ['apikey', 'api_key']],
    ['curl -u me:s3cret_pw https://api.example.com/w -H "X-Api-Key: s3cret_K"', ['username', 'password', 'api_key']],
    ['curl "https://api.example.com/w?api_key=s3cret_K" -H "Authorization: Bearer s3cret_B"', ['api_key', 'api_key_2']],
    ['curl "https://api.example.com/w?by=ghp_s3cret_K" -H "X-Mine: sk-s3cret_B"', ['mine', 'by']],
    [`curl https://api.example.com/w -d '{"of": "glpat-s3cret_K"}'`, ['of']],
    ['curl https://api.example.com/token -d client_id=me -d client_secret=s3cret_K', ['client_secret']],
    [
      'curl https://api.example.com/w -d \'{"api_key": "s3cret_K", "nested": {"password": "s3cret_P"}}\'',
      ['api_key', 'password'],
    ],
    ['curl https://api.telegram.org/bot123456789:s3cret_AAF_abcdefghijklmnop/sendMessage -d text=hi', ['token']],
    ['curl https://hooks.example.com/services/T0/s3cretaBcDeFgHiJkLmNoPqRs1 -d text=hi', ['token']],
  ])('keeps none of the secrets of %s', (command, credentials) => {
    const { files } = pasted(command)
    for (const path of files.keys()) expect(textOf(files, path) ?? '').not.toContain('s3cret')
    const held = valueAt(valueOf(files, provider), ['credentials_for_provider'])
    expect(Object.keys(held ?? {}).sort()).toEqual([...credentials].sort())
  })

  it('says which JSON it sends, and joins headers of one name', () => {
    const { python } = pasted(
      `curl -X PATCH https://api.example.com/w -H "Content-Type: application/merge-patch+json" -H "X-A: 1" -H "X-A: 2" -d '{"a": 1}'`,
    )
    expect(python).toContain('"Content-Type": "application/merge-patch+json"')
    expect(python).toContain('"X-A": "1, 2"')
  })

  it('uses the credential that is there', () => {
    const start = createPlugin(['tool'], { ...answers, credentials: 'api-key' })
    const { files } = pasted(search, '', start)
    expect(textOf(files, provider)).toBe(
      textOf(start, provider)?.replace(
        '  - tools/first_tool.yaml\n',
        '  - tools/first_tool.yaml\n  - tools/search.yaml\n',
      ),
    )
  })

  it('leaves as pasted what is not asked for', () => {
    const { tool, python } = pasted(search, '', fresh, () => false)
    expect(tool).toMatchObject({ parameters: [] })
    expect(python).toContain('params={"q": "porto", "limit": "3", "strict": "true"}')
  })

  it('finds texts deep in a JSON body', () => {
    const body = { model: 'm-1', stream: false, messages: [{ role: 'user', content: 'Hello there' }], top: null }
    const { tool, python } = pasted(`curl https://api.example.com/v1/chat -d '${JSON.stringify(body)}'`)
    expect(tool).toMatchObject({ parameters: [{ name: 'model' }, { name: 'stream' }, { name: 'content' }] })
    expect(python).toContain('"messages": [{"role": "user", "content": content}],')
    expect(python).toContain('"top": None')
  })

  it('fills in the address', () => {
    const { tool, python, proposal } = pasted('curl -X DELETE https://api.example.com/users/42/keys/{key_id}')
    expect(proposal.name).toBe('delete_keys')
    expect(tool).toMatchObject({ parameters: [{ name: 'user_id' }, { name: 'key_id' }] })
    expect(python).toContain('URL = "https://api.example.com/users/{user_id}/keys/{key_id}"')
    expect(python).toContain('URL.format(user_id=quote(user_id, safe=":"), key_id=quote(key_id, safe=":"))')
  })

  it.each([
    ['curl -u sk_live: https://api.example.com/charges -d amount=5', 'auth=(api_key, "")'],
    ['curl -u me:pw https://api.example.com/charges', 'auth=(username, password)'],
    ['curl -H "Authorization: Basic bWU6cHc=" https://api.example.com/charges', 'auth=(username, password)'],
    ['curl "https://api.example.com/w?city=Porto&appid=abc"', '"appid": appid'],
    ['curl https://api.example.com/w -H "X-Api-Key: abc"', '"X-Api-Key": api_key'],
    [
      'curl https://api.example.com/w -F "photo=@a.png" -F n=1',
      '"photo": (photo.filename, photo.blob, photo.mime_type)',
    ],
    ["curl https://api.example.com/w -d '<a>ü</a>' -H 'Content-Type: text/xml'", 'data="<a>ü</a>".encode()'],
    ['curl "https://api.example.com/w?a=1&a=2"', 'params=[("a", a), ("a", a_2)]'],
    ['curl -X PURGE https://api.example.com/w', 'requests.request("PURGE", URL'],
  ])('writes what %s needs', (command, line) => {
    expect(pasted(command).python).toContain(line)
  })

  it('keeps to the form that ruff formats, whatever is long', () => {
    const long = 'x'.repeat(150)
    pasted(
      `curl "https://api.example.com/${long}?${long}=${long}" -H "X-Long: ${long}" -d '{"${long}": "${long}", "b": [1.5e30, -0.0, "${long}"]}'`,
    )
  })
})

describe('a tool from an answer', () => {
  const answer = '{"title": "a", "text": "b", "hits": [{"score": 0.5}], "none": null}'

  it('names the variables, those that Dify keeps with an underscore', () => {
    const { tool, python } = pasted(search, answer)
    expect(tool).toMatchObject({
      output_schema: { type: 'object', properties: { title: { type: 'string' }, text_: {}, hits: { type: 'array' } } },
    })
    expect(python).toContain('VARIABLES = {"title": "title", "text_": "text", "hits": "hits", "none": "none"}')
  })

  it('alone gives a tool with sample values, which follows its YAML', () => {
    const { tool, python, proposal } = pasted('', answer)
    expect(proposal.name).toBe('new_tool')
    expect(tool).toHaveProperty('output_schema.properties.text_')
    expect(python).toContain('"title": ""')
  })

  it('makes one variable of a list', () => {
    expect(pasted(search, '[1, 2]').python).toContain('VARIABLES = {"result": "result"}')
  })
})

describe('what is pasted', () => {
  it.each([
    [{}, 'request', 'Paste a cURL command'],
    [{ answer: '{"a":' }, 'answer', 'whole answer'],
    [{ request: 'http get a' }, 'request', 'begins with curl'],
  ])('%j is refused at its input', (texts, input, words) => {
    expect(toolPaste.propose(texts, new Map(), '')).toMatchObject({
      ok: false,
      input,
      reason: expect.stringContaining(words),
    })
  })

  it('changes what a new tool changes, and nothing else', () => {
    expect(changedPaths(fresh, pasted(search).files).sort()).toEqual([
      'provider/shop.py',
      provider,
      'tools/first_tool.py',
      'tools/search.py',
      'tools/search.yaml',
    ])
  })
})

it('takes an address alone, offers its last word and keeps whole numbers whole', () => {
  const url = 'https://api.example.com/v1/quotes/AAPL?limit=10&q=a'
  const { proposal, python, tool } = pasted(url)
  expect(proposal.name).toBe('quotes')
  expect(proposal.values.map(({ id, name, asked }) => [id, name, asked])).toEqual([
    ['path.3', 'quote', false],
    ['query.0', 'limit', true],
    ['query.1', 'q', true],
  ])
  expect(python).toContain('return int(number) if number.is_integer() else number')
  expect(valueAt(tool, ['description', 'llm'])).toBe(
    'Sends GET /v1/quotes/AAPL to api.example.com and returns the answer.',
  )
  const asking = pasted(url, '', fresh, () => true)
  expect(valueAt(asking.tool, ['description', 'llm'])).toContain('/v1/quotes/{quote}')
})

it('says that cookies are left out, however they are given', () => {
  const { proposal, python } = pasted("curl https://api.example.com/me -b 'session=abc'")
  expect(proposal.notes).toContain('Cookies are left out: they belong to a browser.')
  expect(python).not.toContain('session')
})

it('says where JSON belongs that is no request', () => {
  expect(toolPaste.propose({ request: '{"a": 1}' }, new Map(), '')).toMatchObject({
    ok: false,
    input: 'request',
    reason: expect.stringMatching(/under Answer/),
  })
})

it('hands the key of one service to no other', () => {
  const first = pasted('curl https://api.a.com/x?apikey=1234567890')
  const second = pasted("curl https://api.c.com/z -H 'Authorization: Token abcdefgh'", '', first.files)
  const names = Object.keys(Object(valueAt(valueOf(second.files, provider), ['credentials_for_provider'])))
  expect(names).toEqual(['apikey', 'api_key'])
  expect(second.python).toContain('"api_key"')
  expect(second.python).not.toContain('"apikey"')
  const third = pasted("curl https://b.com/z -H 'Authorization: Token abcdefgh'", '', second.files)
  expect(third.python).toContain('"b_api_key"')
  const again = pasted('curl https://api.a.com/y -H "X-Api-Key: abc"', '', second.files)
  expect(again.python).toContain('api')
  expect(Object.keys(Object(valueAt(valueOf(again.files, provider), ['credentials_for_provider'])))).toEqual(names)
})
