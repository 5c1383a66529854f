import { record, string, unknown } from 'zod'
import { isRole, roleWords } from './roles'

/** What deeds are about: the part of an action before its dot. */
export const deedKinds = {
  project: 'Plugins',
  member: 'Members',
  invitation: 'Invitations',
  team: 'Team',
  link: 'Share links',
  version: 'Versions',
  package: 'Packages',
  comment: 'Comments',
  oauth: 'OAuth playground',
  account: 'Accounts',
} as const

export type DeedKind = keyof typeof deedKinds

/** True for a text that names a kind of deeds. */
export function isDeedKind(text: string): text is DeedKind {
  return Object.hasOwn(deedKinds, text)
}

const detailSchema = record(string(), unknown())

type Part = (name: string) => string

/** What somebody did, to stand behind the name: "made Ben an editor". An action without words of its own is named as it is. */
export function deedText(action: string, detail: unknown): string {
  const parts = detailSchema.safeParse(detail).data ?? {}
  const part: Part = (name) => {
    const value = parts[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  return Object.hasOwn(texts, action) ? (texts[action]?.(part) ?? action) : action
}

const texts: Readonly<Record<string, (part: Part) => string>> = {
  'project.make': (part) => joined('made the plugin', part('name')),
  'project.copy': () => 'made a copy of the plugin',
  'project.delete': () => 'deleted the plugin',
  'project.restore': () => 'put the plugin back',
  'project.rename': (part) => `renamed the plugin from ${named(part('from'))} to ${named(part('to'))}`,
  'project.move': (part) =>
    joined(
      'moved the plugin',
      part('from') && `out of ${part('from')}`,
      part('to') ? `into ${part('to')}` : 'to their own',
    ),
  'member.role': (part) => `made ${named(part('member'))} ${article(part('role'))}`,
  'member.join': (part) => `joined as ${article(part('role'))}`,
  // the name of an account that was deleted, which stands nowhere else
  'member.leave': (part) => `left the team${part('member') && ` and deleted the account of ${part('member')}`}`,
  'member.remove': (part) => `removed ${named(part('member'))}`,
  'invitation.make': (part) => `invited ${part('email') || 'somebody by link'} as ${article(part('role'))}`,
  'invitation.revoke': (part) => `revoked the invitation ${part('email') ? `of ${part('email')}` : 'by link'}`,
  'team.make': (part) => joined('made the team', part('team')),
  'team.rename': (part) => `renamed the team from ${named(part('from'))} to ${named(part('to'))}`,
  'team.handOver': (part) => `handed the team over to ${named(part('member'))}`,
  'team.delete': (part) => joined('deleted the team', part('team')),
  'link.create': (part) =>
    joined('made a share link', by(part('label')), part('role') && `for ${plural(part('role'))}`),
  'link.revoke': (part) => joined('revoked a share link', by(part('label'))),
  'link.open': (part) => joined('opened a share link', by(part('label'))),
  'version.name': (part) => joined('named a version', part('name') && `“${part('name')}”`),
  'version.restore': (part) => joined('restored an earlier version', part('name') && `“${part('name')}”`),
  'package.download': (part) => joined('downloaded the package', part('fileName')),
  'comment.remove': (part) => `removed a comment of ${named(part('member'))}`,
  'oauth.reveal': (part) => joined('looked at the secrets of a sign-in', part('host') && `at ${part('host')}`),
  'account.method': (part) => joined('changed how to sign in', part('method') && `(${part('method')})`),
  'account.guest': () => 'took over the work of a guest',
  'account.password': () => 'changed the password',
  'account.reset': () => 'set a new password by a mailed link',
}

const joined = (...parts: readonly string[]) => parts.filter(Boolean).join(' ')
const named = (name: string) => name || 'somebody'
const by = (name: string) => name && `“${name}”`
const article = (role: string) => (isRole(role) ? roleWords[role].article : 'a member')
const plural = (role: string) => (isRole(role) ? `${roleWords[role].title.toLowerCase()}s` : '')
