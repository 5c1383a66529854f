import { requireUser } from '@/lib/server/access'
import { exportAccount } from '@/lib/server/account/export-account'
import { download } from '@/lib/server/download'
import { requireRate } from '@/lib/server/require-rate'
import { route } from '@/lib/server/route'

/** Everything of the sender's account, as one zip that is made while it is read. */
export const GET = route(async (request) => {
  const user = await requireUser()
  await requireRate('exports', request, { account: user.id })
  return download('plugwright-export.zip', await exportAccount(user))
})
