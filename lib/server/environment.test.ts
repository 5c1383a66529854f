import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { environmentFrom } from './environment'
import { keysIn } from './keys'

const secrets = { PLUGWRIGHT_KEY: 'k'.repeat(32), NEXTAUTH_SECRET: 's'.repeat(32) }

describe('the environment', () => {
  it('works on one machine without a variable, and takes an empty one as none', () => {
    const expected = {
      port: 3000,
      host: 'localhost',
      dataFolder: join(homedir(), '.local/share/plugwright'),
      origin: 'http://localhost:3000',
      trustProxy: false,
      fetchAllow: new Set(),
      snapshots: { daily: 7, weekly: 4 },
      practice: true,
    }
    expect(environmentFrom({})).toEqual(expected)
    expect(environmentFrom({ PORT: '', HOST: '', DATABASE_URL: '', NEXTAUTH_URL: '', GITHUB_ID: '' })).toEqual(expected)
  })

  it('reads every variable', () => {
    const given = {
      ...secrets,
      PORT: '4000',
      HOST: '0.0.0.0',
      PLUGWRIGHT_DATA: '/data',
      DATABASE_URL: 'postgres://db/plugwright',
      NEXTAUTH_URL: 'https://plugins.example.com/',
      GITHUB_ID: 'id',
      GITHUB_SECRET: 'secret',
      PLUGWRIGHT_TRUST_PROXY: '1',
      PLUGWRIGHT_FETCH_ALLOW: 'localhost:4100, 10.0.0.5:443',
      PLUGWRIGHT_SNAPSHOTS: '3',
    }
    expect(environmentFrom(given)).toEqual({
      port: 4000,
      host: '0.0.0.0',
      dataFolder: '/data',
      databaseUrl: 'postgres://db/plugwright',
      encryptionKey: secrets.PLUGWRIGHT_KEY,
      sessionSecret: secrets.NEXTAUTH_SECRET,
      origin: 'https://plugins.example.com',
      github: { id: 'id', secret: 'secret' },
      trustProxy: true,
      fetchAllow: new Set(['localhost:4100', '10.0.0.5:443']),
      snapshots: { daily: 3, weekly: 0 },
      practice: false,
    })
  })

  it('compares what may be fetched as URLs spell it', () => {
    const given = { PLUGWRIGHT_FETCH_ALLOW: 'Intranet:0443, [::0001]:8080 ,,0x7f.1:80' }
    expect([...environmentFrom(given).fetchAllow]).toEqual(['intranet:443', '[::1]:8080', '127.0.0.1:80'])
  })

  it.each([
    [{ HOST: '127.0.0.1' }, true],
    [{ HOST: '::1' }, true],
    [{ HOST: '0.0.0.0' }, false],
    [{ HOST: '127.evil.example' }, false],
    [{ ...secrets, DATABASE_URL: 'postgres://db/x' }, false],
    [{ ...secrets, DATABASE_URL: 'postgres://db/x', PLUGWRIGHT_PRACTICE: '1' }, true],
    [{ PLUGWRIGHT_PRACTICE: '0' }, false],
  ])('with %j has the practice provider on: %s', (given, on) => {
    expect(environmentFrom(given).practice).toBe(on)
  })

  it.each([
    [{ DATABASE_URL: 'postgres://db/x' }, 'Set PLUGWRIGHT_KEY and NEXTAUTH_SECRET'],
    [
      { DATABASE_URL: 'postgres://db/x', PLUGWRIGHT_KEY: secrets.PLUGWRIGHT_KEY },
      'Set PLUGWRIGHT_KEY and NEXTAUTH_SECRET',
    ],
    [{ ...secrets, DATABASE_URL: 'mysql://db/x' }, 'DATABASE_URL: Start the URL with postgres://'],
    [{ NEXTAUTH_SECRET: 'short' }, 'NEXTAUTH_SECRET: Use at least 32 characters'],
    [{ GITHUB_ID: 'id' }, 'Set both GITHUB_ID and GITHUB_SECRET'],
    [{ PLUGWRIGHT_MAIL_FROM: 'a@example.com' }, 'Set both PLUGWRIGHT_SMTP_URL and PLUGWRIGHT_MAIL_FROM'],
    [{ PLUGWRIGHT_SMTP_URL: 'mail.example.com' }, 'PLUGWRIGHT_SMTP_URL: Give the mail server like smtp://'],
    [{ PLUGWRIGHT_TRUST_PROXY: 'yes' }, 'PLUGWRIGHT_TRUST_PROXY: Write 1 behind a proxy'],
    [{ NEXTAUTH_URL: 'plugins.example.com' }, 'NEXTAUTH_URL: Give the address that people open'],
    [{ PLUGWRIGHT_PRACTICE: 'on' }, 'PLUGWRIGHT_PRACTICE: Write 1'],
    [{ PLUGWRIGHT_FETCH_ALLOW: '10.0.0.5' }, 'PLUGWRIGHT_FETCH_ALLOW: Write host:port'],
    [{ PLUGWRIGHT_FETCH_ALLOW: 'a:80,http://b:80' }, 'with commas between several: http://b:80 is none.'],
    [{ PLUGWRIGHT_FETCH_ALLOW: 'me@a:80' }, 'me@a:80 is none'],
    [{ PLUGWRIGHT_FETCH_ALLOW: 'a:80000' }, 'a:80000 is none'],
    [{ PLUGWRIGHT_FETCH_ALLOW: '*:443' }, '*:443 is none'],
    [{ PLUGWRIGHT_SNAPSHOTS: 'daily' }, 'PLUGWRIGHT_SNAPSHOTS: Write how many'],
    [{ PORT: 'x' }, 'PORT: '],
  ])('refuses %j and says what to do', (given, message) => {
    expect(() => environmentFrom(given)).toThrow(message)
  })
})

describe('the keys of a data folder', () => {
  it('are made once, for their owner only', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'plugwright-keys-')), 'new')
    const made = keysIn(folder)
    expect(made.encryption).not.toBe(made.session)
    expect(keysIn(folder)).toEqual(made)
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8'))).toEqual({
      PLUGWRIGHT_KEY: made.encryption,
      NEXTAUTH_SECRET: made.session,
    })
  })

  it('are not made anew where their file is broken', () => {
    const folder = mkdtempSync(join(tmpdir(), 'plugwright-keys-'))
    writeFileSync(join(folder, 'secrets.json'), '{')
    expect(() => keysIn(folder)).toThrow('Restore ')
  })
})
