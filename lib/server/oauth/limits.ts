import 'server-only'

/** What one person may do in the playground (oauth.md section 10, rule 6). Every refusal says its figure. */
export const limits = {
  /** Clicks a minute, of one person and of one network address, whatever number of requests each takes. */
  clicks: { person: 30, address: 60 },
  /** Times a minute that the pages of one person may look how their flows stand. */
  looks: 240,
  /** Sign-ins a minute at the practice provider from one network address: anybody may begin one, and each is kept for a while. */
  practice: 120,
  /** Flows of one person that are kept at once. */
  flows: 50,
  /** Requests and their answers that a flow remembers, and their size as JSON. */
  exchanges: { count: 40, bytes: 2 * 1024 * 1024 },
  /** Of what a page sends us. */
  body: { bytes: 256 * 1024, said: 'the playground takes 256 KiB at most' },
  /** Of a request to the server of a flow. */
  request: { milliseconds: 15_000, connectMilliseconds: 5_000, bytes: 256 * 1024, redirects: 0 },
  /** Of a look for the metadata of a server, which carries no secret: it may be led on once, on the same host. */
  discovery: { milliseconds: 15_000, connectMilliseconds: 5_000, bytes: 256 * 1024, redirects: 1 },
} as const
