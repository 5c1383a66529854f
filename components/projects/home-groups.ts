/** What decides in which groups of Home a project stands. */
export interface Grouped {
  team?: { id: string; name: string }
  /** How it came to this person; their own where nothing is said. */
  by?: 'own' | 'team' | 'link'
}

export interface HomeGroup {
  /** In the address: "?show=mine", or the id of a team. Empty for all. */
  show: string
  label: string
  count: number
  current: boolean
}

/**
 * The groups of somebody's projects, as Home filters them: all, their own, each team's, those that others shared. None where all are of
 * one kind. An unknown `show` shows all.
 */
export function homeGroups<T extends Grouped>(
  projects: readonly T[],
  show: string,
): { groups: HomeGroup[]; shown: readonly T[] } {
  const names = new Map(projects.flatMap(({ team }) => (team ? [[team.id, team.name] as const] : [])))
  const groupOf = ({ team, by }: T) => team?.id ?? (by === 'link' ? 'shared' : 'mine')
  const kinds = [
    { show: 'mine', label: 'Only mine' },
    ...[...names].map(([id, label]) => ({ show: id, label })).sort((one, other) => (one.label < other.label ? -1 : 1)),
    { show: 'shared', label: 'Shared with me' },
  ]
  const counted = kinds
    .map((kind) => ({ ...kind, count: projects.filter((project) => groupOf(project) === kind.show).length }))
    .filter(({ count }) => count > 0)
  if (counted.length < 2) return { groups: [], shown: projects }
  const chosen = counted.some((group) => group.show === show) ? show : ''
  return {
    groups: [{ show: '', label: 'All', count: projects.length }, ...counted].map((group) => ({
      ...group,
      current: group.show === chosen,
    })),
    shown: chosen === '' ? projects : projects.filter((project) => groupOf(project) === chosen),
  }
}
