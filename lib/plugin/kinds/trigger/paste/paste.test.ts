import { describe, expect, it } from 'vitest'
import { checkPlugin } from '../../../check'
import { createPlugin } from '../../../create'
import { textOf, writeFile, type Files } from '../../../files'
import { isPristine } from '../../../follow-python'
import type { PasteProposal } from '../../../paste/paste-start'
import { formatPython, lintPython } from '../../../python/test-ruff'
import { eventPaste } from './paste'

const provider = 'provider/forge.yaml'
const python = 'provider/forge.py'
const fresh = createPlugin(['trigger'], {
  name: 'forge',
  author: 'acme',
  createdAt: '2025-01-01T00:00:00Z',
  credentials: 'api-key',
  items: { event: ['push'] },
})

const log = `Request URL: https://dify.example/triggers/plugin/1
Request method: POST
Accept: */*
X-GitHub-Delivery: 72d3162e-cc78-11e3-81ab-4c9367dc0958
X-GitHub-Event: issues
X-Hub-Signature-256: sha256=d57c68ca6f92289e6987922ff26938930f6e66a2d161ef06abdf1859230aa23c

{
  "action": "opened",
  "text": "in a field that tools may not name so",
  "issue": {"number": 7, "title": "Crash on {start}", "user": {"login": "octocat", "email": "cat@example.com"}},
  "private": false
}
`

function proposed(payload: string, files = fresh, headers = ''): PasteProposal {
  const reading = eventPaste.propose({ payload, headers }, files, provider)
  if (!reading.ok) throw new Error(reading.reason)
  return reading.proposal
}

function added(proposal: PasteProposal, files = fresh, choice: { name?: string; picked?: string } = {}): Files {
  const asked = new Set(proposal.values.flatMap(({ id, asked: on }) => (on ? [id] : [])))
  const edited = proposal.add(files, provider, { name: proposal.name, asked, ...choice })
  if (!edited.ok) throw new Error(edited.reason)
  return edited.files
}

const textIn = (files: Files, path: string) => {
  const text = textOf(files, path) ?? ''
  if (!path.endsWith('.py')) return text
  expect(lintPython(text)).toEqual([])
  expect(formatPython(text)).toBe(text)
  return text
}

describe('an event from a delivery', () => {
  it('is named by its header, filters by its action and has what was sent as output', () => {
    const proposal = proposed(log)
    expect(proposal.name).toBe('issues')
    expect(proposal.pick?.options.map(({ title }) => title)).toEqual([
      'header X-GitHub-Event: issues',
      'header X-GitHub-Event and action: issues.opened',
      'action: opened',
    ])
    expect(proposal.values.map(({ name, asked }) => [name, asked])).toEqual([
      ['action', true],
      ['text', false],
      ['private', false],
    ])
    const files = added(proposal)
    expect(textIn(files, 'events/issues.yaml')).toBe(`identity:
  author: acme
  name: issues
  label:
    en_US: Issues
description:
  en_US: The service sent “issues”.
parameters:
  - name: action
    type: string
    required: false
    label:
      en_US: Action
    description:
      en_US: Only events with this action start the workflow, such as opened. Empty means all.
output_schema:
  type: object
  properties:
    action:
      type: string
      examples:
        - opened
    text:
      type: string
      examples:
        - in a field that tools may not name so
    issue:
      type: object
      properties:
        number:
          type: integer
          examples:
            - 7
        title:
          type: string
          examples:
            - Crash on {start}
        user:
          type: object
          properties:
            login:
              type: string
            email:
              type: string
    private:
      type: boolean
      examples:
        - false
extra:
  python:
    source: events/issues.py
`)
    const event = textIn(files, 'events/issues.py')
    expect(event).toContain(
      '        if not _matches(body.get("action"), action):\n            raise EventIgnoreError()\n',
    )
    expect(event).toContain(`        # Each is the field of its name in what the service sends, such as:
        # - action: "opened"
        # - text: "in a field that tools may not name so"
        # - issue.number: 7
        # - issue.title: "Crash on {start}"
        # - private: False
        return {
            "action": body.get("action", ""),
            "text": body.get("text", ""),
            "issue": body.get("issue", {}),
            "private": body.get("private", False),
        }
`)
    expect(isPristine(files, 'events/issues.yaml')).toBe(true)
    expect(event + textIn(files, 'events/issues.yaml')).not.toMatch(/TODO|cat@example|d57c68ca/)
  })

  it('is started by the dispatch of its provider, and offered in the set-up', () => {
    const files = added(proposed(log))
    const text = textIn(files, python)
    expect(text).toContain('EVENTS = {"push": "push", "issues": "issues"}')
    expect(text).toContain(
      '-> str:\n        return request.headers.get("X-GitHub-Event", "")\n\n    def _check_signature',
    )
    expect(textIn(files, provider)).toContain('        - value: issues\n          label:\n            en_US: Issues\n')
    expect(checkPlugin(files).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('joins the others by what tells them apart already', () => {
    const first = added(proposed(log))
    const second = proposed(log.replace('issues', 'issue_comment').replace('opened', 'created'), first)
    expect(second.notes).toEqual([])
    expect(textIn(added(second, first), python)).toContain(
      'EVENTS = {"push": "push", "issues": "issues", "issue_comment": "issue_comment"}',
    )
    const other = proposed('{"type": "invoice.paid"}', first)
    expect(other.notes).toEqual([
      'The provider told its events apart by something else so far: look through EVENTS in its Python.',
    ])
  })

  it('can be told by header and action together', () => {
    const picked = 'header X-GitHub-Event and action'
    const first = added(proposed(log), fresh, { name: 'issue_opened', picked })
    const text = textIn(first, python)
    expect(text).toContain('EVENTS = {"push": "push", "issues.opened": "issue_opened"}')
    expect(text).toContain('parts = [request.headers.get("X-GitHub-Event"), body.get("action")]')
    expect(textIn(first, 'events/issue_opened.yaml')).toContain('parameters: []')
    const closed = proposed(log.replace('opened', 'closed'), first)
    expect(closed.pick?.options[0]).toMatchObject({ id: picked, name: 'issues_closed' })
  })

  it('is refused where the word starts another event', () => {
    const files = added(proposed(log))
    const again = proposed(log, files)
    expect(again.add(files, provider, { name: 'issue_opened', asked: new Set() })).toEqual({
      ok: false,
      reason: '“issues” starts the event issues already: tell the two apart by something else.',
      file: python,
    })
  })

  it('leaves a dispatch alone that its author wrote', () => {
    const text = (textOf(fresh, python) ?? '').replace(
      / {8}# TODO.*\n.*\n {8}return str\(body.*\n/,
      '        return "push"\n',
    )
    const files = writeFile(fresh, python, text)
    const proposal = proposed(log, files)
    expect(proposal.pick).toBeUndefined()
    expect(proposal.notes).toEqual([`${python} tells events apart in its own way: let it name this one for “issues”.`])
    expect(textIn(added(proposal, files), python)).toBe(
      text.replace('EVENTS = {"push": "push"}', 'EVENTS = {"push": "push", "issues": "issues"}'),
    )
  })

  it('leaves addresses of the API out, and says so', () => {
    const links = Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e', 'f', 'html'].map((key) => [`${key}_url`, 'https://x.example']),
    )
    const proposal = proposed(JSON.stringify({ type: 'x', repository: { id: 1, ...links } }))
    expect(proposal.notes).toEqual(["6 addresses of the service's API are left out of the output."])
    const text = textIn(added(proposal), 'events/x.yaml')
    expect(text).toContain('html_url:')
    expect(text).not.toContain('a_url')
  })
})

describe('what is pasted', () => {
  const body = '{"event": {"type": "app_mention", "text": "hi"}, "token": "xyz"}'
  const readings: [string, string, string, string][] = [
    ['JSON with headers apart', '{"id": 1}', 'x-shopify-topic: orders/create', 'header x-shopify-topic: orders/create'],
    ['JSON with headers as JSON', '{"id": 1}', '{"X-Event-Key": ["repo:push"]}', 'header X-Event-Key: repo:push'],
    ['the type inside the event', body, '', 'event › type: app_mention'],
    [
      'an object of headers and body',
      `[{"headers": {"linear-event": "Issue"}, "body": ${body}}]`,
      '',
      'header linear-event: Issue',
    ],
    [
      'a cURL command',
      `curl https://x.example -H 'X-Gitlab-Event: Push Hook' -d '{"id": 1}'`,
      '',
      'header X-Gitlab-Event: Push Hook',
    ],
    [
      'a form with a payload',
      `curl https://x.example -H 'X-GitHub-Event: fork' --data-urlencode 'payload={"id": 1}'`,
      '',
      'header X-GitHub-Event: fork',
    ],
    [
      'columns and text behind the JSON',
      'content-type\tapplication/json\nx-github-event\tfork\n\n{"ref": "}"}\nshow less',
      '',
      'header x-github-event: fork',
    ],
    ['a type with an action', '{"type": "Issue", "action": "create"}', '', 'type: Issue'],
    ['only a short word', '{"id": 1, "at": "2025-01-01", "what": "deploy"}', '', 'what: deploy'],
  ]
  it.each(readings)('can be %s', (_, payload, headers, title) => {
    const reading = eventPaste.propose({ payload, headers }, fresh, provider)
    if (!reading.ok) throw new Error(reading.reason)
    const { proposal } = reading
    const files = added(proposal)
    const word = title.split(': ')[1] ?? ''
    expect(proposal.pick?.options[0]?.title ?? title).toBe(title)
    expect(textIn(files, python)).toContain(`"${word}": "${proposal.name}"`)
  })

  it('says what is wrong with it', () => {
    const reasons: [string, string][] = [
      ['', 'Paste what the service sends'],
      ['POST /hook', 'no JSON object'],
      ['{"a": 1', 'Paste the payload whole'],
      ['[{"id": 1}, {"id": 2}]', 'Paste one delivery'],
      ['curl https://x.example', 'no JSON object'],
    ]
    for (const [payload, words] of reasons)
      expect(eventPaste.propose({ payload }, fresh, provider)).toMatchObject({
        ok: false,
        input: 'payload',
        reason: expect.stringContaining(words),
      })
  })

  it('publishes nothing of the people in the delivery', () => {
    const files = added(
      proposed(
        '{"action": "opened", "sender": {"login": "octocat", "id": 583231, "site": "octocat.example"}, "owner_name": "Mona"}',
      ),
    )
    const texts = [...files.values()].map(String).join('')
    for (const word of ['octocat', '583231', 'Mona']) expect(texts).not.toContain(word)
    expect(texts).toContain('opened')
  })

  const token = `ghp_${'a1B2c3D4e5F6'.repeat(3)}`
  it.each([
    ['the only word in it', { token }, ''],
    ['a word of any name', { what: token }, ''],
    ['a name of the event', { type: token }, ''],
    ['told to a filter', { status: token, type: 'ping' }, ''],
    ['a header of the event', { id: 1 }, `X-Event: ${token}`],
    [
      'deeper down',
      { type: 'ping', credentials: { value: 'hunter-two', of: token }, link: { page: `https://x.example/${token}` } },
      '',
    ],
    ['a key', { type: 'ping', sessions: { [token]: { at: 1 } } }, ''],
  ])('keeps no secret that is %s', (_, payload, headers) => {
    const proposal = proposed(JSON.stringify(payload), fresh, headers)
    const asked = new Set(proposal.values.map(({ id }) => id))
    const edited = proposal.add(fresh, provider, { name: proposal.name, asked })
    if (!edited.ok) throw new Error(edited.reason)
    const texts = [...edited.files].flat().map(String).join('') + JSON.stringify(proposal)
    expect(texts).not.toMatch(/ghp_|a1B2c3|hunter/i)
  })

  it('keeps nothing of a person where people choose by it', () => {
    const proposal = proposed('{"type": "ping", "login": "octocat"}')
    const edited = proposal.add(fresh, provider, { name: 'ping', asked: new Set(['login']) })
    expect(edited.ok && textIn(edited.files, 'events/ping.yaml')).toContain(
      'Only events with this login start the workflow. Empty means all.',
    )
  })

  it('keeps numbers that are the ones that were sent', () => {
    const proposal = proposed(
      '{"type": "ping", "id": 12345678901234567890, "huge": 1e400, "long": 0.12345678901234567, "count": 7, "part": 0.5}',
    )
    expect(proposal.values.map(({ name }) => name)).toEqual(['type', 'count', 'part'])
    const files = added(proposal)
    const text = textIn(files, 'events/ping.yaml')
    expect(text).toContain(
      '    id:\n      type: integer\n    huge:\n      type: number\n    long:\n      type: number\n',
    )
    expect(text).toContain('- 7\n')
    expect(checkPlugin(files).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('has no variable without a name, and says so', () => {
    const proposal = proposed('{"type": "ping", "": 1, "in": {" ": 2, "a@x.example": 3}}')
    expect(proposal.notes).toEqual(['3 fields are left out of the output: a key is empty, or a token or an address.'])
    expect(textIn(added(proposal), 'events/ping.yaml')).not.toMatch(/"":|" ":|a@x/)
  })

  it('names the event by hand where nothing in it does', () => {
    const proposal = proposed('{"id": 1}')
    expect(proposal.notes).toEqual(['Nothing in it names the event. Say in _event_type of the provider what does.'])
    expect(isPristine(added(proposal), provider)).toBe(true)
  })
})
