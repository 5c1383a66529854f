import type { Exchange, OAuthFlow, Step } from '@/lib/oauth/flow'
import { settingsOf } from '@/lib/oauth/settings'
import { shownFlow, type ShownFlow } from '@/lib/oauth/shown-flow'
import { readStep } from '@/lib/oauth/step-reading'
import { stepRequest } from '@/lib/oauth/step-request'

/** Unix seconds at which the flows of tests happen. */
export const testTime = 1_795_366_933

const begun: OAuthFlow = {
  settings: settingsOf({
    authorizationUrl: 'https://nimbra.example/authorize',
    tokenUrl: 'https://nimbra.example/token',
    introspectionUrl: 'https://nimbra.example/introspect',
    revocationUrl: 'https://nimbra.example/revoke',
    clientId: 'nimbra-dify-dev',
    scopes: ['forecast.read', 'station.read', 'offline_access'],
  }),
  clientSecret: 'nb_cs_6f2b9d1e7a3f3f9c',
  redirectUri: 'http://127.0.0.1:3000/oauth/callback',
  authorization: {
    url: 'https://nimbra.example/authorize?…',
    state: 'the-state',
    verifier: 'the-verifier-of-this-very-flow-hk',
    at: (testTime - 8) * 1000,
  },
  callback: {
    at: testTime * 1000,
    parameters: [{ name: 'code', value: 'nb_c_4kQx82LmZp0rXw1' }],
    remarks: [],
    code: 'nb_c_4kQx82LmZp0rXw1',
  },
  exchanges: [],
}

export const tokenAnswer = {
  access_token: 'nb_at_4kQx82LmZp0r7Qe2',
  token_type: 'Bearer',
  expires_in: 3600,
  refresh_token: 'nb_rt_0pL2mZx84Qkrc81d',
  scope: 'forecast.read',
  account_id: 'acc_5521',
}

/** What comes back for a step: a status with a JSON body or a text, or the reason why nothing did. */
export type TestAnswer = readonly [step: Step, status: number, body: object | string] | readonly [Step, string]

/** A flow in which these steps were performed, as a server keeps it. */
export async function testFlow(answers: readonly TestAnswer[], part: Partial<OAuthFlow> = {}): Promise<OAuthFlow> {
  let flow = { ...begun, ...part }
  for (const [index, given] of answers.entries()) {
    const [step, told, body] = given
    const built = stepRequest(flow, step, 'https://nimbra.example/me')
    if (!built.ok) throw new Error(built.reason)
    const at = (testTime + index) * 1000
    const exchange: Exchange = {
      step,
      at,
      request: { ...built.request, headers: built.request.headers.map(([name, value]) => [name, value]) },
      remarks: [],
    }
    if (typeof told === 'string') exchange.failure = told
    else {
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      const type = typeof body === 'string' ? 'text/html' : 'application/json'
      exchange.answer = { status: told, headers: [['content-type', type]], body: text, milliseconds: 214 }
      exchange.remarks = (await readStep(flow, step, exchange.answer, at / 1000)).remarks
    }
    flow = {
      ...flow,
      callback: step === 'exchange' && flow.callback ? { ...flow.callback, code: undefined } : flow.callback,
      exchanges: [...flow.exchanges, exchange],
    }
  }
  return flow
}

/** The same as a page has it. */
export async function testShownFlow(answers: readonly TestAnswer[], part?: Partial<OAuthFlow>): Promise<ShownFlow> {
  return shownFlow('flow', (testTime + 3600) * 1000, await testFlow(answers, part))
}
