import type { KnownMessage } from './explanation'

/** Messages on redirect URIs, the most frequent trouble of all. */
export const redirectMessages: readonly KnownMessage[] = [
  {
    words:
      /aadsts90102|missing or invalid redirect_uri|redirect_uri.*(?:absolute|relative)|redirect_uri.*value must be a valid/,
    cause: 'The redirect URI has no host, or is no address.',
    remedy: 'Set CONSOLE_API_URL of the Dify: where it is empty, Dify sends a URI without a host.',
    where: 'machine',
    standard: 'RFC 6749 §3.1.2',
  },
  {
    words:
      /redirect[_ ]ur[il].*https|https.*redirect[_ ]ur[il]|(?:must|only) (?:use|be) https|insecure redirect|requires https/,
    cause: 'The service takes https only; some let http pass for localhost or for 127.0.0.1.',
    remedy:
      'Open this page by https, or by the other name of this machine (localhost or 127.0.0.1), and register that URI.',
    where: 'service',
    standard: 'RFC 8252 §8.3',
  },
  {
    words: /aadsts500113|aadsts900971|no reply address|no redirect_uri|at least one redirect/,
    cause: 'No redirect URI is registered for the client.',
    remedy: 'Register the URI that is shown here, for the platform "Web".',
    where: 'service',
    standard: 'RFC 6749 §3.1.2.2',
  },
  {
    words:
      /redirect_uri_mismatch|bad_redirect_uri|invalid_redirect_uri|redirect_uri_not_allowed|oauth_authorization_url_mismatch|mismatch_redirect_uri|aadsts50011|redirect[_ ]ur[il]s?\b.*(?:match|mismatch|invalid|not (?:registered|allowed|valid|whitelisted)|whitelist|registered)|(?:invalid|mismatch|unregistered|unknown|illegal).*redirect[_ ]ur[il]|callback url|4,?700\b.*redirect/,
    cause: 'The redirect URI is not one of those that are registered; it is compared character by character.',
    remedy:
      'Register exactly the URI that is shown here. The usual differences: http and https, a slash at the end, localhost and 127.0.0.1, the port, capital letters, "www.".',
    where: 'service',
    standard: 'RFC 6749 §3.1.2.3',
  },
]
