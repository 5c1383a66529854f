import type { Gate, Severity } from './document'

/** A gate in an author's words: who looks at the plugin, when, and what becomes of one that it refuses (package-format.md section 1). */
export interface GateWords {
  title: string
  when: string
  refuses: string
}

export const gateWords: Readonly<Record<Gate, GateWords>> = {
  G1: {
    title: 'Dify’s daemon opens the package',
    when: 'at every upload, install and start, and in the `dify plugin` commands',
    refuses: 'The upload fails with the daemon’s own words; nothing is installed.',
  },
  G2: {
    title: 'Dify’s packager',
    when: 'only when somebody runs `dify plugin package`',
    refuses: 'No package is made on the command line.',
  },
  G3: {
    title: 'The upload',
    when: 'when the daemon receives the package, from a file, GitHub or the marketplace',
    refuses: 'Dify answers the upload with an error; nothing is installed.',
  },
  G4: {
    title: 'Remote debugging',
    when: 'when the plugin runs on your machine and connects to Dify with a debug key',
    refuses: 'The connection is refused; a package of the same files may still install.',
  },
  G5: {
    title: 'The Python SDK',
    when: 'when the plugin’s process starts: after installing, at a restart, while debugging',
    refuses: 'The plugin installs and does not start: none of its parts can be used.',
  },
  G6: {
    title: 'Dify’s console',
    when: 'when it reads the plugin: at the upload, after installing, and on every page that lists it',
    refuses: 'The upload fails, or a list page of the whole workspace shows an error until the plugin is removed.',
  },
}

export interface SeverityWords {
  title: string
  means: string
}

export const severityWords: Readonly<Record<Severity, SeverityWords>> = {
  error: {
    title: 'Blocks install',
    means: 'Dify refuses the package, does not start it, or cannot list it. The download waits until these are mended.',
  },
  publish: {
    title: 'Blocks publishing',
    means: 'The plugin installs. The marketplace’s automated checks or its reviewers would refuse it.',
  },
  advice: {
    title: 'Advice',
    means: 'Nothing refuses it. It is what users, older releases of Dify or you yourself would stumble over.',
  },
}
