'use server'

import { closeWindow, closeWindowInput } from '@/lib/server/platform/close-window'
import { confirmPlatform, confirmPlatformInput } from '@/lib/server/platform/confirm-platform'
import { enterPlatform, enterPlatformInput } from '@/lib/server/platform/enter-platform'
import { action } from '@/lib/server/web/action'

export const enter = action(enterPlatformInput, enterPlatform, ({ id }) => `/bureau/platforms/${id}?done=entered`)

export const close = action(closeWindowInput, closeWindow, ({ id }) => `/bureau/platforms/${id}?done=closed`)

export const confirm = action(confirmPlatformInput, confirmPlatform, ({ id }) => `/bureau/platforms/${id}?done=confirmed`)
