'use server'

import { action } from '@/lib/server/action'
import { saveSettings, saveSettingsInput } from '@/lib/server/setting/save-settings'

export const save = action(saveSettingsInput, saveSettings, ({ changed }) => `/bureau/settings?done=${changed > 0 ? 'saved' : 'same'}`)
