import NextAuth from 'next-auth'
import { authOptions } from '@/lib/server/auth'

interface Context {
  params: Promise<{ nextauth: string[] }>
}

// built at the first request: the secrets must not be made during a build
const handler = (request: Request, context: Context): Promise<Response> => NextAuth(authOptions())(request, context)

export { handler as GET, handler as POST }
