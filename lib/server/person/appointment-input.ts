import 'server-only'
import { TITLE_LEVELS, type TitleLevel } from '@/lib/access/types'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { TITLE_SERIES_NAMES } from '@/lib/i18n/title-series'
import { invalid } from '../input/errors'
import { optionalChoice, optionalDate, optionalText } from '../input/fields'

/** A professional title and since when it is held; all of it or nothing. */
export const appointmentShape = {
  titleSeries: optionalChoice(TITLE_SERIES_NAMES),
  titleLevel: optionalChoice(TITLE_LEVELS),
  titleName: optionalText(40),
  appointedFrom: optionalDate(),
}

interface AppointmentInput {
  titleSeries: string | null
  titleLevel: TitleLevel | null
  titleName: string
  appointedFrom: PlainDate | null
}

/** The columns of an appointment, null where none of it was given; refused where only some of it was. */
export function appointmentColumns({ titleSeries, titleLevel, titleName, appointedFrom }: AppointmentInput, today: PlainDate) {
  if (!titleSeries && !titleLevel && !titleName && !appointedFrom) return null
  if (!titleSeries) throw invalid({ titleSeries: { key: 'choose' } })
  if (!titleLevel) throw invalid({ titleLevel: { key: 'choose' } })
  if (!titleName) throw invalid({ titleName: { key: 'required' } })
  if (!appointedFrom) throw invalid({ appointedFrom: { key: 'required' } })
  if (appointedFrom > today) throw invalid({ appointedFrom: { key: 'date_future' } })
  return { title_series: titleSeries, title_level: titleLevel, title_name: titleName, from_on: appointedFrom }
}
