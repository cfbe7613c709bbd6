'use server'
import { lookUpCertificate, lookUpInput } from '@/lib/server/certificate/look-up-certificate'
import { action } from '@/lib/server/web/action'

export const lookUp = action(lookUpInput, lookUpCertificate, ({ key }) => `/verify/${key}`)
