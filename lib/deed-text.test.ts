import { expect, it } from 'vitest'
import { deedText } from './deed-text'

it.each([
  ['member.role', { member: 'Ben', from: 'view', role: 'edit' }, 'made Ben an editor'],
  ['member.join', { role: 'own' }, 'joined as an owner'],
  ['member.leave', {}, 'left the team'],
  ['member.leave', { member: 'Ben' }, 'left the team and deleted the account of Ben'],
  ['invitation.make', { role: 'view' }, 'invited somebody by link as a viewer'],
  ['invitation.revoke', { role: 'view', email: 'ben@example.org' }, 'revoked the invitation of ben@example.org'],
  ['project.move', { from: 'Saltmarsh' }, 'moved the plugin out of Saltmarsh to their own'],
  ['project.move', { from: 'Saltmarsh', to: 'Tidewater' }, 'moved the plugin out of Saltmarsh into Tidewater'],
  ['project.rename', { from: 'Tarn', to: 'Mere' }, 'renamed the plugin from Tarn to Mere'],
  ['link.create', { label: 'For review', role: 'comment' }, 'made a share link “For review” for commenters'],
  ['link.revoke', {}, 'revoked a share link'],
  ['comment.remove', { member: 'Ben' }, 'removed a comment of Ben'],
  ['comment.remove', {}, 'removed a comment of somebody'],
  ['account.guest', { guest: 'id' }, 'took over the work of a guest'],
  ['package.download', { fileName: 'tarn-0.1.0.difypkg' }, 'downloaded the package tarn-0.1.0.difypkg'],
])('says %s with %o in words', (action, detail, text) => {
  expect(deedText(action, detail)).toBe(text)
})

it('names what has no words, and takes any detail', () => {
  expect(deedText('other.thing', null)).toBe('other.thing')
  expect(deedText('__proto__', {})).toBe('__proto__')
  expect(deedText('member.role', ['x'])).toBe('made somebody a member')
})
