import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { takeSecret } from '@/components/ui/take-secret'
import { DeleteTeam } from './delete-team'
import { Invitations } from './invitations'
import { JoinTeam } from './join-team'
import { MemberList } from './member-list'
import { TeamProjects } from './team-projects'
import { TeamSettings } from './team-settings'

const router = vi.hoisted(() => ({ refresh: vi.fn(), push: vi.fn() }))
vi.mock('next/navigation', () => ({ useRouter: () => router }))

const token = 'a'.repeat(43)

beforeEach(() => {
  sessionStorage.clear()
  window.history.replaceState(null, '', '/join')
})
afterEach(() => {
  cleanup()
  vi.clearAllMocks()
})

const invitation = { team: 'Saltmarsh', teamId: 't1', role: 'edit' as const, invitedBy: 'Ada' }

function join(who: 'visitor' | 'guest' | 'account', member?: 'view') {
  const readInvitation = vi.fn(async () => ({ ok: true as const, invitation: { ...invitation, member } }))
  const acceptInvitation = vi.fn(async () => ({ ok: true as const, teamId: 't1' }))
  window.history.replaceState(null, '', `/join#${token}`)
  render(<JoinTeam who={who} readInvitation={readInvitation} acceptInvitation={acceptInvitation} />)
  return { readInvitation, acceptInvitation }
}

test('the token of a link leaves the address and survives the way over the sign-in', async () => {
  const { readInvitation } = join('visitor')
  const way = await screen.findByRole('link', { name: 'Sign in to join' })
  expect(way.getAttribute('href')).toBe('/sign-in?next=/join')
  expect(window.location.hash).toBe('')
  expect(readInvitation).toHaveBeenCalledWith({ token })
  expect(takeSecret('plugwright-join')).toBe(token)
})

test('whoever has an account joins, and the token is forgotten', async () => {
  const { acceptInvitation } = join('account')
  await userEvent.click(await screen.findByRole('button', { name: 'Join Saltmarsh' }))
  await waitFor(() => expect(router.push).toHaveBeenCalledWith('/teams/t1'))
  expect(acceptInvitation).toHaveBeenCalledWith({ token })
  expect(takeSecret('plugwright-join')).toBe('')
})

test('a member is told so, and nothing is taken', async () => {
  join('account', 'view')
  expect(await screen.findByText('You are in this team already.')).toBeDefined()
  expect(screen.queryByRole('button', { name: /^Join/ })).toBeNull()
})

test('an invitation that was not mailed is shown once, with why', async () => {
  const invite = vi.fn(async () => ({
    ok: true as const,
    url: 'http://x/join#t',
    why: 'No mail server is set up here.',
  }))
  const actions = { invite, revokeInvitation: async () => ({ ok: true as const }) }
  render(<Invitations teamId="t1" invitations={[]} mails={false} now="2026-11-26T14:00:00Z" actions={actions} />)
  await userEvent.type(screen.getByRole('textbox', { name: /E-mail/ }), 'ben@example.org{Enter}')
  expect(invite).toHaveBeenCalledWith({ teamId: 't1', role: 'edit', email: 'ben@example.org' })
  expect(await screen.findByDisplayValue('http://x/join#t')).toBeDefined()
  expect(screen.getByText(/No mail server is set up here/)).toBeDefined()
})

test('what becomes of the plugins is said by number and name before a team is deleted', async () => {
  const onDelete = vi.fn()
  const projects = [
    { id: 'p1', label: 'Tarn' },
    { id: 'p2', label: 'Mere' },
  ]
  render(<DeleteTeam name="Saltmarsh" projects={projects} busy={false} onDelete={onDelete} onCancel={() => {}} />)
  expect(screen.getByText('Its 2 plugins will be yours alone: Tarn, Mere.')).toBeDefined()
  await userEvent.click(screen.getByRole('radio', { name: 'Delete them too' }))
  expect(screen.getByText('Its 2 plugins are deleted: Tarn, Mere.')).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Delete Saltmarsh' }))
  expect(onDelete).toHaveBeenCalledWith('delete')
})

test('handing a team over is asked about first', async () => {
  const handOver = vi.fn(async () => ({ ok: true as const }))
  const members = ['Ada', 'Bob'].map((name) => ({ userId: name, name, role: name === 'Ada' ? 'own' : 'edit' }) as const)
  const actions = { handOver, changeRole: vi.fn(), removeMember: vi.fn() }
  render(<MemberList teamId="t1" members={members} me="Ada" owner actions={actions} />)
  await userEvent.click(screen.getByRole('button', { name: 'Role of Bob: Editor' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: /^Hand the team over/ }))
  expect(handOver).not.toHaveBeenCalled()
  await userEvent.click(await screen.findByRole('button', { name: 'Hand over' }))
  expect(handOver).toHaveBeenCalledWith({ teamId: 't1', userId: 'Bob' })
})

test('a lower role is asked about, since links end with it, and a higher one is not', async () => {
  const changeRole = vi.fn(async () => ({ ok: true as const }))
  const members = ['Ada', 'Bob'].map((name) => ({ userId: name, name, role: name === 'Ada' ? 'own' : 'edit' }) as const)
  const actions = { handOver: vi.fn(), changeRole, removeMember: vi.fn() }
  render(<MemberList teamId="t1" members={members} me="Ada" owner actions={actions} />)
  await userEvent.click(screen.getByRole('button', { name: 'Role of Bob: Editor' }))
  await userEvent.click(await screen.findByRole('menuitemradio', { name: 'Viewer' }))
  const dialog = await screen.findByRole('dialog', { name: 'Make Bob a viewer?' })
  expect(dialog.textContent).toContain('Share links and invitations that Bob made in this team end')
  expect(changeRole).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: 'Change the role' }))
  expect(changeRole).toHaveBeenCalledWith({ teamId: 't1', userId: 'Bob', role: 'view' })
  await userEvent.click(screen.getByRole('button', { name: 'Role of Bob: Editor' }))
  await userEvent.click(await screen.findByRole('menuitemradio', { name: 'Owner' }))
  expect(changeRole).toHaveBeenCalledTimes(2)
})

test('taking a plugin out of the team is asked about', async () => {
  const moveProject = vi.fn(async () => ({ ok: true as const }))
  const projects = [{ id: 'p1', label: 'Tarn' }]
  render(<TeamProjects teamId="t1" projects={projects} own={[]} owner editor actions={{ moveProject }} />)
  await userEvent.click(screen.getByRole('button', { name: 'Move Tarn to your own plugins' }))
  expect(moveProject).not.toHaveBeenCalled()
  await userEvent.click(await screen.findByRole('button', { name: 'Move' }))
  expect(moveProject).toHaveBeenCalledWith({ projectId: 'p1', teamId: null })
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Tarn'))
  expect(document.activeElement).not.toBe(document.body)
})

test('removing somebody is asked about with what becomes of access and links, and the focus is not lost', async () => {
  const removeMember = vi.fn(async () => ({ ok: true as const }))
  const members = ['Ada', 'Bob'].map((name) => ({ userId: name, name, role: name === 'Ada' ? 'own' : 'edit' }) as const)
  const actions = { handOver: vi.fn(), changeRole: vi.fn(), removeMember }
  render(<MemberList teamId="t1" members={members} me="Ada" owner actions={actions} />)
  const user = userEvent.setup()
  const trigger = screen.getByRole('button', { name: 'Role of Bob: Editor' })
  await user.click(trigger)
  await user.click(await screen.findByRole('menuitem', { name: 'Remove from the team' }))
  const dialog = await screen.findByRole('dialog', { name: 'Remove Bob from the team?' })
  expect(dialog.textContent).toContain('Share links and invitations that Bob made there end')
  expect(document.activeElement?.textContent).toBe('Keep')
  await user.keyboard('{Escape}')
  expect(removeMember).not.toHaveBeenCalled()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Role of Bob: Editor' })))
  await user.keyboard('{Enter}')
  await user.click(await screen.findByRole('menuitem', { name: 'Remove from the team' }))
  await user.click(await screen.findByRole('button', { name: 'Remove' }))
  expect(removeMember).toHaveBeenCalledWith({ teamId: 't1', userId: 'Bob' })
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('list', { name: 'People in the team' })))
})

test('leaving is asked about, and staying gives the focus back', async () => {
  const leaveTeam = vi.fn(async () => ({ ok: true as const }))
  const actions = { leaveTeam, renameTeam: vi.fn(), deleteTeam: vi.fn() }
  render(<TeamSettings teamId="t1" name="Saltmarsh" owner={false} projects={[]} actions={actions} />)
  const user = userEvent.setup()
  const leave = screen.getByRole('button', { name: 'Leave the team' })
  await user.click(leave)
  await screen.findByRole('dialog', { name: 'Leave Saltmarsh?' })
  await user.keyboard('{Enter}')
  expect(leaveTeam).not.toHaveBeenCalled()
  await waitFor(() => expect(document.activeElement).toBe(leave))
  await user.keyboard('{Enter}')
  await screen.findByRole('dialog', { name: 'Leave Saltmarsh?' })
  await user.keyboard('{Tab}{Enter}')
  expect(leaveTeam).toHaveBeenCalledWith({ teamId: 't1' })
  await waitFor(() => expect(router.push).toHaveBeenCalledWith('/teams'))
})
