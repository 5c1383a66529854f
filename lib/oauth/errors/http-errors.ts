import type { Explanation } from './explanation'
import type { StepGroup } from './step-errors'

/** What a status means where the server said no more (RFC 9110 §15), by what was asked. */
export function httpError(status: number, group: StepGroup, retryAfter?: number): Explanation {
  const known = (group === 'use' ? useStatuses[status] : undefined) ?? statuses[status]
  if (status === 429 || status === 503) {
    const wait = retryAfter === undefined ? 'a minute' : `${retryAfter} s, as the server asks (Retry-After)`
    const cause = status === 429 ? 'Too many requests were sent.' : 'The server is overloaded or under maintenance.'
    return { cause, remedy: `Try again after ${wait}.`, where: 'wait', standard: 'RFC 9110 §10.2.3' }
  }
  if (known) return known
  if (status >= 300 && status < 400) return redirect
  if (status >= 500)
    return {
      cause: 'The server, or a gateway before it, failed.',
      remedy:
        'Try again in a minute. If it stays, a parameter may be one that the server cannot bear: leave out extra ones.',
      where: 'wait',
      standard: 'RFC 9110 §15.6',
    }
  if (group === 'use')
    return {
      cause: 'The server refused and did not say why.',
      remedy: 'Compare the address and its parameters with the documentation.',
      where: 'settings',
      standard: 'RFC 9110 §15.5',
    }
  return {
    cause: 'The server refused and did not say why.',
    remedy: 'Compare the address, "Client sign-in" and "Body of token requests" with the documentation.',
    where: 'settings',
    standard: 'RFC 6749 §5.2',
  }
}

const redirect: Explanation = {
  cause: 'The address is not the final one, or leads to a sign-in page.',
  remedy: 'Enter the final address: mind http and https, "www." and a slash at the end.',
  where: 'settings',
  standard: 'RFC 9110 §15.4',
}

/** What these mean for a call with the token, which no client secret goes with. */
const useStatuses: Readonly<Record<number, Explanation>> = {
  401: {
    cause: 'The token was not accepted.',
    remedy:
      'Refresh it or sign in again. A new one may be for another API (audience, resource), or the service reads another word before it than Bearer.',
    where: 'settings',
    standard: 'RFC 6750 §3.1',
  },
  403: {
    cause: 'The token is good, but not for this call.',
    remedy: 'Add the scope that the documentation names, and look at the permissions of the account.',
    where: 'settings',
    standard: 'RFC 6750 §3.1',
  },
  405: {
    cause: 'The address takes no GET.',
    remedy: 'Choose one that reads: a playground changes nothing at the service.',
    where: 'settings',
    standard: 'RFC 9110 §15.5.6',
  },
}

const statuses: Readonly<Record<number, Explanation>> = {
  200: {
    cause: 'The server answered, but not as this address should.',
    remedy: 'Compare the address with the documentation.',
    where: 'settings',
    standard: 'RFC 9110 §15.3.1',
  },
  401: {
    cause: 'The client or the token was not accepted.',
    remedy: 'Copy the client secret again, and switch "Client sign-in" between "Basic header" and "In the body".',
    where: 'settings',
    standard: 'RFC 6749 §5.2',
  },
  403: {
    cause: 'The server knows who asks and does not permit it; or a firewall of the service stopped the request.',
    remedy:
      'Look at the permissions of the client. Some services want a header User-Agent, or the addresses of callers on a list.',
    where: 'service',
    standard: 'RFC 9110 §15.5.4',
  },
  404: {
    cause: 'There is nothing at this address.',
    remedy: 'Compare the address with the documentation: the version in the path, the tenant, the region.',
    where: 'settings',
    standard: 'RFC 9110 §15.5.5',
  },
  405: {
    cause: 'The address takes no POST: it is probably not the token URL.',
    remedy: 'Compare the address with the documentation; the authorization URL is another one.',
    where: 'settings',
    standard: 'RFC 9110 §15.5.6',
  },
  406: {
    cause: 'The server does not answer in JSON.',
    remedy: 'Set the header Accept to what the documentation says.',
    where: 'settings',
    standard: 'RFC 9110 §15.5.7',
  },
  415: {
    cause: 'The server does not read this form of the body.',
    remedy: 'Switch "Body of token requests" between Form and JSON.',
    where: 'settings',
    standard: 'RFC 9110 §15.5.16',
  },
}
