'use server'

import { z } from 'zod'
import { openDemonstrationSession, openSession } from '@/lib/server/account/open-session'
import { ownPathField, secret, text } from '@/lib/server/input/fields'
import { action } from '@/lib/server/web/action'

export const signIn = action(
  z.strictObject({ login: text(100), password: secret(200), from: ownPathField() }),
  openSession,
  (place) => place,
)

export const signInToDemonstration = action(
  z.strictObject({ login: text(100), from: ownPathField() }),
  openDemonstrationSession,
  (place) => place,
)
