'use server'

import { appealByCodeInput, appealObjection } from '@/lib/server/objection/appeal-objection'
import { confirmByCodeInput, confirmObjectionContact } from '@/lib/server/objection/confirm-objection-contact'
import { action } from '@/lib/server/web/action'

export const confirmContact = action(confirmByCodeInput, confirmObjectionContact, ({ code }) => `/board/objection/${code}?done=confirmed`)

export const appeal = action(appealByCodeInput, appealObjection, ({ code }) => `/board/objection/${code}?done=appealed`)
