import { sharePage } from './share-page'

export const dynamic = 'force-dynamic'

/** Where share links lead. The page is the same for everybody: what is shared comes for the token only, by `POST /api/share`. */
export const GET = sharePage
