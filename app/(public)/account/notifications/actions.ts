'use server'

import { z } from 'zod'
import { id } from '@/lib/server/input/fields'
import { markRead as markReadOf } from '@/lib/server/notification/mark-read'
import { action } from '@/lib/server/web/action'

export const markRead = action(z.strictObject({ until: id() }), markReadOf, () => '/account/notifications?done=read')
