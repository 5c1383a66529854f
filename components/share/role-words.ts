/** What a role lets somebody do, as the dialog says it. */
export const roleWords = { view: 'View', comment: 'Comment', edit: 'Edit', own: 'Owner' } as const
