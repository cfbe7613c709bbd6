'use server'

import { confirmByCallInput, confirmObjectionByCall } from '@/lib/server/objection/confirm-objection-contact'
import { decideObjection, decideObjectionInput } from '@/lib/server/objection/decide-objection'
import { action } from '@/lib/server/web/action'

export const confirmCall = action(confirmByCallInput, confirmObjectionByCall, ({ id }) => `/employer/objections/${id}?done=called`)

export const decide = action(decideObjectionInput, decideObjection, ({ id }, { verdict }) => `/employer/objections/${id}?done=${verdict}`)
