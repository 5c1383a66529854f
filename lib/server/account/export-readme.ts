import 'server-only'

interface Told {
  place: string
  about: { label: string; versions: number; packages: number; bytes: number }
}

/** What stands in README.txt of an export: what is where, and how much of it. */
export function readmeOfExport(name: string, plugins: readonly Told[], daysKept: number): string {
  const lines = plugins.map(
    ({ place, about: { label, versions, packages, bytes } }) =>
      `${place}: ${label || 'no name'}; ${counted(versions, 'version')}, ${counted(packages, 'package')} taken, ${counted(bytes, 'byte')} of contents`,
  )
  return `Everything that Plugwright keeps of ${name}.

profile.json              the account, its teams, its plugins
comments.json             what you said, and where
activity.json             what you did
plugins/NAME.zip          the files of a plugin as they are now; Plugwright opens it
plugins/NAME.history.zip  all that the plugin ever was:
    versions.jsonl          one saved version a line, the oldest first: when, by whom, its name where
                            it has one, and under "changed" each file that is another than in the
                            line before, with the SHA-256 of its content, or null where it went
    packages.json           the packages that were downloaded, and of which version they are
    contents/SHA256         each content that a file ever had
deleted/                  the same of plugins that you deleted less than ${daysKept} days ago and can put back

Plugins that others shared with you by a link are theirs and not in here. Passwords, sessions, share links and
secrets of the OAuth playground are in no file.

${lines.join('\n') || 'There is no plugin.'}
`
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}
