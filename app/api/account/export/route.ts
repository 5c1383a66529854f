import { requireUser } from '@/lib/server/access'
import { exportAccount } from '@/lib/server/account/export-account'
import { download } from '@/lib/server/download'
import { overLimit } from '@/lib/server/limits'
import { networkAddress } from '@/lib/server/network-address'
import { refuseFor, route } from '@/lib/server/route'

/** Everything of the sender's account, as one zip that is made while it is read. */
export const GET = route(async (request) => {
  const user = await requireUser()
  const tooOften = await overLimit('exports', { account: user.id, network: networkAddress(request.headers) })
  if (tooOften) return refuseFor(tooOften)
  return download('plugwright-export.zip', await exportAccount(user))
})
