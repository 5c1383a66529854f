import type { Answer } from '@/components/ui/use-deed'

/** The server actions of one's own account, given by the page. */
export interface AccountActions {
  endSession: (id: string) => Promise<boolean>
  endOtherSessions: () => Promise<Answer>
  renameUser: (given: { name: string }) => Promise<Answer>
  changeEmail: (given: { email: string; password: string }) => Promise<Answer>
  addPassword: (given: { email: string; password: string }) => Promise<Answer>
  changePassword: (given: { old: string; password: string }) => Promise<Answer>
  deleteAccount: (given: { proof: string }) => Promise<Answer>
}
