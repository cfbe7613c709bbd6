'use server'

import { z } from 'zod'
import { changePassword as changeOwnPassword } from '@/lib/server/account/change-password'
import { secret } from '@/lib/server/input/fields'
import { action } from '@/lib/server/web/action'

export const changePassword = action(
  z.strictObject({ present: secret(200), next: secret(200), again: secret(200) }),
  changeOwnPassword,
  () => '/account/password?done=changed',
)
