import type { Standard } from '../standard'

/** Where something is to be changed. */
export const places = {
  settings: 'In the settings here, and then in the plugin',
  service: 'At the service, where the client is registered',
  person: 'In the browser, by the person who signs in',
  plugin: 'In the Python of the plugin',
  machine: 'On this machine or its network',
  wait: 'Nowhere: wait and try again',
} as const

export type Place = keyof typeof places

export interface Explanation {
  /** The likely cause, in a sentence. */
  cause: string
  /** What to change. */
  remedy: string
  where: Place
  standard?: Standard
}

/** A message of one or more services, known by its code or words. */
export interface KnownMessage extends Explanation {
  /** Compared with the code and the description together, in lower case. */
  words: RegExp
}
