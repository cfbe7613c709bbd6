'use server'

import { saveSettings, saveSettingsInput } from '@/lib/server/runtime/save-settings'
import { action } from '@/lib/server/web/action'

export const save = action(saveSettingsInput, saveSettings, ({ changed }) => `/bureau/settings?done=${changed > 0 ? 'saved' : 'same'}`)
