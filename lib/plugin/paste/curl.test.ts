import { describe, expect, it } from 'vitest'
import { parseCurl } from './curl'

function read(text: string) {
  const reading = parseCurl(text)
  if (!reading.ok) throw new Error(reading.reason)
  return reading.request
}

describe('parseCurl', () => {
  it('reads a command over several lines, quoted either way', () => {
    const request = read(`curl --location --request POST 'https://api.example.com/v1/search?lang=en' \\
  --header "Authorization: Bearer $API_KEY" \\
  -H 'Content-Type: application/json' \\
  --data-raw '{"query": "it'\\''s warm", "limit": 5}'`)
    expect(request).toMatchObject({
      method: 'POST',
      query: [['lang', 'en']],
      headers: [
        ['Authorization', 'Bearer $API_KEY'],
        ['Content-Type', 'application/json'],
      ],
      body: { kind: 'json', value: { query: "it's warm", limit: 5 } },
    })
    expect(request.url.href).toBe('https://api.example.com/v1/search')
  })

  it('reads short options that stand together', () => {
    expect(read('curl -sSLXPUT -uname:pass:word api.example.com/a')).toMatchObject({
      method: 'PUT',
      user: { name: 'name', password: 'pass:word' },
    })
  })

  it('sends data as the query after -G', () => {
    const request = read('curl -G https://example.com/a --data-urlencode "q=a b" -d n=1')
    expect(request).toMatchObject({
      method: 'GET',
      query: [
        ['n', '1'],
        ['q', 'a b'],
      ],
    })
    expect(request.body).toBeUndefined()
  })

  it('reads forms, parts and plain bodies', () => {
    expect(read('curl example.com -d a=1 -d b=%20x').body).toEqual({
      kind: 'form',
      fields: [
        ['a', '1'],
        ['b', ' x'],
      ],
    })
    expect(read('curl example.com -F a=1 -F "image=@cat.png;type=image/png"').body).toEqual({
      kind: 'multipart',
      fields: [['a', '1']],
      files: ['image'],
    })
    expect(read("curl example.com --data-binary '<a>1</a>'").body).toEqual({ kind: 'text', text: '<a>1</a>' })
  })

  it('reads what browsers copy for cmd.exe', () => {
    const request = read('curl ^"https://example.com/a?x=1^&y=2^" ^\r\n  -H ^"x-api-key: abc^"')
    expect(request.query).toEqual([
      ['x', '1'],
      ['y', '2'],
    ])
    expect(request.headers).toEqual([['x-api-key', 'abc']])
  })

  it('passes over options that do not matter, with their values', () => {
    expect(read('curl -o out.json --max-time 5 --compressed -b "a=1" https://example.com/a').url.href).toBe(
      'https://example.com/a',
    )
  })

  it.each([
    "curl --proto '=https' --tlsv1.2 -sSf https://example.com/a",
    "curl --noproxy '*' --connect-to a:1:b:2 https://example.com/a",
    'curl --socks5-hostname localhost:9050 --max-filesize 9 https://example.com/a',
  ])('takes no value of an option for the address: %s', (text) => {
    const request = read(text)
    expect(request.url.href).toBe('https://example.com/a')
    expect(request.notes).toEqual([])
  })

  it('adds to the query what is given beside the address', () => {
    expect(read('curl --url-query q=x "https://example.com/a?n=1"').query).toEqual([
      ['n', '1'],
      ['q', 'x'],
    ])
  })

  it('keeps signs of equality in the values of a form', () => {
    expect(read('curl example.com -d "token=abc==&n=1"').body).toEqual({
      kind: 'form',
      fields: [
        ['token', 'abc=='],
        ['n', '1'],
      ],
    })
  })

  it.each([
    ['curl -d @body.json https://example.com/a', 'POST', 'body.json'],
    ['curl --data-binary @cat.png https://example.com/a', 'POST', 'cat.png'],
    ['curl -T cat.png https://example.com/a', 'PUT', 'cat.png'],
  ])('says of %s that the file is not in it', (text, method, file) => {
    const request = read(text)
    expect(request.method).toBe(method)
    expect(request.body).toBeUndefined()
    expect(request.notes).toEqual([expect.stringContaining(`does not hold the file ${file}`)])
  })

  it('sends what only looks like a file as it is', () => {
    expect(read('curl --data-raw @all https://example.com/a').body).toEqual({ kind: 'text', text: '@all' })
  })

  it('reads a login that stands in the address', () => {
    const request = read('curl https://me:p%40ss@example.com/a')
    expect(request.user).toEqual({ name: 'me', password: 'p@ss' })
    expect(request.url.href).toBe('https://example.com/a')
  })

  it('says what it left out', () => {
    const request = read('curl https://example.com/a?x=1&y=2')
    expect(request.query).toEqual([['x', '1']])
    expect(request.notes[0]).toContain('“&” is left out')
    expect(read('curl -k example.com').notes).toEqual([
      'The plugin checks certificates, although the command does not.',
    ])
  })

  it.each([
    ['wget https://example.com', 'begins with curl'],
    ['curl -X POST', 'names no address'],
    ['curl ftp://example.com', 'no http or https URL'],
    ['', 'begins with curl'],
  ])('says what is wrong with %j', (text, words) => {
    expect(parseCurl(text)).toMatchObject({ ok: false, reason: expect.stringContaining(words) })
  })
})
