import type { Need } from './callers'

/** Every page. Visitors of one that needs an account are led to the sign-in; whoever may not is told that nothing is there. */
export const pageTable: Readonly<Record<string, { need: Need }>> = {
  '/(home)': { need: 'anybody' },
  '/account': { need: 'anybody' },
  '/help': { need: 'anybody' },
  '/join': { need: 'anybody' },
  '/new': { need: 'anybody' },
  '/oauth': { need: 'anybody' },
  '/projects/[projectId]/(editor)': { need: 'view' },
  '/projects/[projectId]/oauth': { need: 'view' },
  '/projects/[projectId]/activity': { need: 'own' },
  '/reset': { need: 'anybody' },
  '/sign-in': { need: 'anybody' },
  '/teams': { need: 'anybody' },
  '/teams/[teamId]': { need: 'team:view' },
  '/teams/[teamId]/activity': { need: 'team:own' },
}
