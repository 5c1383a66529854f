import type { Call } from './calls'
import { modelCall, type Asked } from './model-calls'

/** The service fails: the SDK's own error says how. */
export function failures(asked: (mood: string, key?: string) => Asked): Call[] {
  const answered = (status: number) => `The service answered with status ${status}: {"error":{"message":"a ${status}"}}`
  const unauthorized = {
    error: 'InvokeAuthorizationError',
    message: '[models] Incorrect model credentials provided, please check and try again. ',
  }
  const { type, credentials } = asked('')
  const nowhere = { ...credentials, endpoint_url: 'http://127.0.0.1:9' }
  return [
    modelCall('a wrong key', asked('fine', 'wrong'), {}, unauthorized),
    modelCall('status 403', asked('403'), {}, unauthorized),
    modelCall('status 429', asked('429'), {}, failure('InvokeRateLimitError', 'Rate Limit Error', answered(429))),
    ...[500, 503].map((status) =>
      modelCall(
        `status ${status}`,
        asked(String(status)),
        {},
        failure('InvokeServerUnavailableError', 'Server Unavailable Error', answered(status)),
      ),
    ),
    modelCall('status 422', asked('422'), {}, { error: 'InvokeBadRequestError', message: badRequest(answered(422)) }),
    modelCall('nobody there', { ...asked(''), credentials: nowhere }, {}, { error: 'InvokeConnectionError' }),
    modelCall(
      'no address',
      { ...asked(''), credentials: { ...credentials, endpoint_url: 'none' } },
      {},
      {
        error: 'InvokeBadRequestError',
      },
    ),
    // A sound is taken as it comes.
    ...(type.key === 'tts' ? [] : [modelCall('no JSON', asked('html'), {}, { error: 'InvokeBadRequestError' })]),
    ...(type.key === 'llm'
      ? [
          modelCall('no JSON in a stream', asked('html'), { stream: true }, { error: 'InvokeBadRequestError' }),
          modelCall('a refused stream', asked('429'), { stream: true }, { error: 'InvokeRateLimitError' }),
          modelCall(
            'a stream that breaks off',
            asked('cut'),
            { stream: true },
            {
              said: 'It ',
              error: 'InvokeConnectionError',
            },
          ),
          modelCall(
            'a stream that ends in an error',
            asked('sorry'),
            { stream: true },
            {
              said: 'It ',
              ...failure(
                'InvokeServerUnavailableError',
                'Server Unavailable Error',
                'The service answered: {"message": "the model is overloaded"}',
              ),
            },
          ),
        ]
      : []),
  ]
}

function failure(error: string, words: string, reason: string) {
  return { error, message: `[models] ${words}, ${reason}` }
}

/** The SDK's words where a request is wrong. */
export const badRequest = (reason: string) => `[models] Bad Request Error, ${reason}`
