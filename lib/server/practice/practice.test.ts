import { beforeAll, expect, it } from 'vitest'
import { describeOnDatabases, emptyDatabase } from '../test-database'
import { answerPractice } from './answer-practice'

const origin = 'http://localhost:3000'
const get = (path: string, cookie = '') =>
  answerPractice(new Request(`${origin}/practice${path}`, { headers: { cookie, accept: 'text/html' } }))

describeOnDatabases('the practice provider', () => {
  beforeAll(async () => {
    globalThis.plugwrightPractice = undefined
    await emptyDatabase()
  })

  it('says what it is (RFC 8414)', async () => {
    const response = await get('/.well-known/openid-configuration')
    expect(await response.json()).toMatchObject({
      issuer: `${origin}/practice`,
      authorization_endpoint: `${origin}/practice/auth`,
      token_endpoint: `${origin}/practice/token`,
    })
  })
})
