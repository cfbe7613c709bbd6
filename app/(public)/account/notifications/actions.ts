'use server'

import { z } from 'zod'
import { action } from '@/lib/server/action'
import { id } from '@/lib/server/fields'
import { markRead as markReadOf } from '@/lib/server/notification/mark-read'

export const markRead = action(z.strictObject({ until: id() }), markReadOf, () => '/account/notifications?done=read')
