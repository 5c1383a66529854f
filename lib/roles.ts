import type { Role } from '@/lib/generated/prisma/enums'

/** The roles as people read them, the highest first. */
export const roles: readonly Role[] = ['own', 'edit', 'comment', 'view']

export const roleWords: Readonly<Record<Role, { title: string; article: string; means: string }>> = {
  own: { title: 'Owner', article: 'an owner', means: 'Owners do everything, and say who else may do what.' },
  edit: { title: 'Editor', article: 'an editor', means: 'Editors change plugins and comment on them.' },
  comment: { title: 'Commenter', article: 'a commenter', means: 'Commenters read plugins and comment on them.' },
  view: { title: 'Viewer', article: 'a viewer', means: 'Viewers read plugins and download packages.' },
}

/** True for a text that names a role. */
export function isRole(text: string): text is Role {
  return text in roleWords && Object.hasOwn(roleWords, text)
}
