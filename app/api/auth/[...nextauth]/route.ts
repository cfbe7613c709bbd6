import NextAuth from 'next-auth'
import { authOptions } from '@/lib/server/account/auth-options'

function handler(request: Request, context: unknown): Promise<Response> {
  return NextAuth(authOptions())(request, context)
}

export { handler as GET, handler as POST }
