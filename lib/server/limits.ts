import 'server-only'
import { countLimited } from './metrics'
import { rateKey, takeRate } from './rate'
import { takeRateHere } from './rate-here'

interface RateLimit {
  /** What is counted, as the sentence says it: "one account may … 120 times". */
  may: string
  minutes: number
  /** The most of one account and of one network address, each where it is set. */
  account?: number
  network?: number
  /** How a figure is said; so many times without it. */
  said?: (figure: number) => string
  /** Counted by each process in its memory, for what comes too often for the database. */
  here?: true
}

const mebibytes = (figure: number) => `${(figure / 1024 / 1024).toLocaleString('en-US')} MiB`

/**
 * How often something may be done. Far above what people do: an editor saves once a second at most, in each of its tabs, and 200
 * people may work behind one address, or one account in 20 programs that wait for nothing; low enough that one program cannot take the server or the disk from all others.
 * What a project may hold: `projectLimits`; failed sign-ins: sign-in-tries.ts; links: token.ts, share/link-password-tries.ts; the playground: oauth/limits.ts.
 */
export const rateLimits = {
  saves: { may: 'save', minutes: 1, account: 12_000, network: 60_000, here: true },
  savedBytes: { may: 'send', minutes: 15, account: 1024 ** 3, network: 8 * 1024 ** 3, said: mebibytes, here: true },
  /** A tab reads what changed with every save of others, and the comments. */
  reads: { may: 'read plugins and comments', minutes: 1, account: 24_000, network: 120_000, here: true },
  projects: { may: 'make plugins', minutes: 15, account: 1_200, network: 6_000 },
  packages: { may: 'fetch packages and archives', minutes: 1, account: 120, network: 1_200, here: true },
  /** Threads, answers, changes of them; a comment can name 50 people. */
  comments: { may: 'comment', minutes: 15, account: 600, network: 6_000 },
  links: { may: 'make share links', minutes: 15, account: 300, network: 3_000 },
  /** Each may read thousands of revisions. */
  history: { may: 'ask about the history', minutes: 1, account: 600, network: 6_000, here: true },
  names: { may: 'name versions', minutes: 15, account: 600, network: 6_000 },
  /** A tab says so every 4 s, and when it moves. */
  presence: { may: 'say where you are', minutes: 1, account: 3_000, network: 60_000, here: true },
  exports: { may: 'export everything', minutes: 15, account: 20, network: 200 },
  guests: { may: 'begin as a guest', minutes: 15, network: 1_000 },
  /** Right or wrong: each costs a tenth of a second of a processor. */
  signIns: { may: 'sign in or make an account', minutes: 15, network: 500 },
} satisfies Readonly<Record<string, RateLimit>>

export type RateLimitName = keyof typeof rateLimits

/** Who does it, and from where. */
export interface Doing {
  account?: string
  network?: string
  /** How much of it, where it is not one. */
  weight?: number
}

export interface OverLimit {
  /** A sentence with the figures. */
  message: string
  /** Until it may be tried again. */
  seconds: number
}

/** Counts what is being done, and says when that was too much; undefined while it is not. */
export async function overLimit(name: RateLimitName, doing: Doing): Promise<OverLimit | undefined> {
  const limit: RateLimit = rateLimits[name]
  const { weight = 1 } = doing
  for (const whose of ['account', 'network'] as const) {
    const [most, who] = [limit[whose], doing[whose]]
    if (most === undefined || !who) continue
    const key = rateKey(name, whose, who)
    const { count, seconds } = limit.here
      ? takeRateHere(key, limit.minutes, weight)
      : await takeRate(key, limit.minutes, weight)
    if (count <= most) continue
    countLimited(name)
    return { message: sentence(limit, seconds), seconds }
  }
  return undefined
}

function sentence({ may, minutes, account, network, said = times }: RateLimit, seconds: number): string {
  const wait = seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : seconds === 1 ? 'a second' : `${seconds} seconds`
  const within = minutes === 1 ? 'a minute' : `in ${minutes} minutes`
  const figures = [
    account === undefined ? [] : [`one account may ${may} ${said(account)} ${within}`],
    network === undefined
      ? []
      : [
          `one network ${account === undefined ? `may ${may} ` : ''}${said(network)}${account === undefined ? ` ${within}` : ''}`,
        ],
  ].flat()
  return `Wait ${wait}: ${figures.join(', ')}.`
}

const times = (figure: number) => `${figure.toLocaleString('en-US')} times`
