'use server'
import { certifyTerm, certifyTermInput, returnTerm, returnTermInput, revokeTerm, revokeTermInput } from '@/lib/server/term/decide-term'
import { action } from '@/lib/server/web/action'

export const certify = action(certifyTermInput, certifyTerm, ({ term }) => `/bureau/certification/terms/${term}?done=certified`)
export const sendBack = action(returnTermInput, returnTerm, ({ term }) => `/bureau/certification/terms/${term}?done=returned`)
export const revoke = action(revokeTermInput, revokeTerm, ({ term }) => `/bureau/certification/terms/${term}?done=revoked`)
