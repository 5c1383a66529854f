import type { Need } from './callers'
import type { Scene } from './scene'

export interface ActionRow {
  need: Need
  args: (scene: Scene) => readonly unknown[]
}

/** Every server action: the exports of files that begin with 'use server', which any browser can call with anything. */
export const actionTable: Readonly<Record<string, ActionRow>> = {
  'project-actions.ts deleteProject': { need: 'own', args: ({ projectId }) => [projectId] },
  'project-actions.ts restoreProject': { need: 'own', args: ({ deletedId }) => [deletedId] },
  'teams/actions.ts makeTeam': { need: 'registered', args: () => [{ name: 'Tidewater' }] },
  'teams/actions.ts renameTeam': { need: 'team:own', args: ({ teamId }) => [{ teamId, name: 'Tidewater' }] },
  'teams/actions.ts changeRole': {
    need: 'team:own',
    args: ({ teamId, memberId }) => [{ teamId, userId: memberId, role: 'edit' }],
  },
  'teams/actions.ts handOver': { need: 'team:own', args: ({ teamId, memberId }) => [{ teamId, userId: memberId }] },
  'teams/actions.ts removeMember': { need: 'team:own', args: ({ teamId, memberId }) => [{ teamId, userId: memberId }] },
  'teams/actions.ts leaveTeam': { need: 'team:view', args: ({ teamId }) => [{ teamId }] },
  'teams/actions.ts deleteTeam': { need: 'team:own', args: ({ teamId }) => [{ teamId, fate: 'keep', count: 1 }] },
  'teams/actions.ts invite': { need: 'team:own', args: ({ teamId }) => [{ teamId, role: 'view' }] },
  'teams/actions.ts revokeInvitation': {
    need: 'team:own',
    args: ({ teamId, invitationId }) => [{ teamId, invitationId }],
  },
  'teams/actions.ts moveProject': { need: 'own', args: ({ projectId }) => [{ projectId, teamId: null }] },
  'account/actions.ts renameUser': { need: 'account', args: () => [{ name: 'Somebody else' }] },
  'account/actions.ts addPassword': {
    need: 'registered',
    args: () => [{ email: 'somebody@example.com', password: 'correct horse' }],
  },
  'account/actions.ts endOtherSessions': { need: 'self', args: () => [] },
  'account/actions.ts deleteAccount': { need: 'account', args: () => [{ proof: 'delete' }] },
  'account/actions.ts endSession': { need: 'self', args: ({ sessionId }) => [sessionId] },
}

/** Actions with rules of their own: a token or a password decides. lib/server tests them. */
export const otherActions: readonly string[] = [
  'join/actions.ts readInvitation',
  'join/actions.ts acceptInvitation',
  'reset/actions.ts askReset',
  'reset/actions.ts resetPassword',
  'account/actions.ts changeEmail',
  'account/actions.ts changePassword',
]
