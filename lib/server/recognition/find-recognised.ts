import 'server-only'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { recognise, type Verdict } from '@/lib/rules/recognise'
import type { Platform, RuleSet, Subject } from '@/lib/rules/types'
import { freshRules } from '../rule-set/in-force'
import { type FoundProvider, type FoundTraining, findProviders, findTrainings } from './find-trainings'
import { wordsOf } from './question'

export interface JudgedPlatform {
  code: string
  name: string
  verdict: Verdict
}

export interface JudgedTraining extends FoundTraining {
  /** The training as it is held, whatever day was asked about. */
  verdict: Verdict
  /** Whether it is held on the day asked about. */
  onDay: boolean
}

export interface JudgedProvider extends Omit<FoundProvider, 'training'> {
  training: JudgedTraining | null
  /** A training of theirs on that day: of the one on file, else of one that is not. */
  verdict: Verdict
}

export interface Recognised {
  platforms: JudgedPlatform[]
  trainings: JudgedTraining[]
  providers: JudgedProvider[]
}

/**
 * What of that name counts on that day in that subject, and why: platforms, trainings on file, and those who hold them. Without words all
 * platforms. Open to everyone. The rules are those of this moment, so that a platform closed a moment ago is closed here.
 */
export async function findRecognised(q: string, on: PlainDate, subject: Subject): Promise<Recognised> {
  const words = wordsOf(q)
  const [{ sets }, trainings, providers] = await Promise.all([
    freshRules(),
    words.length > 0 ? findTrainings(words, on) : { onDay: [], otherDays: [] },
    words.length > 0 ? findProviders(words, on) : [],
  ])
  const judge = (training: FoundTraining, onDay: boolean): JudgedTraining => ({
    ...training,
    onDay,
    verdict: ofTraining(training, subject, sets),
  })
  return {
    platforms: platformsNamed(words, sets).map(({ code, name }) => ({
      code,
      name,
      verdict: recognise({ kind: 'platform', code, completedOn: on }, subject, sets),
    })),
    trainings: [...trainings.onDay.map((row) => judge(row, true)), ...trainings.otherDays.map((row) => judge(row, false))],
    providers: providers.map(({ training, ...provider }) => ({
      ...provider,
      training: training && judge(training, true),
      verdict: training ? ofTraining(training, subject, sets) : ofUnknownTraining(on, subject, sets),
    })),
  }
}

function ofTraining({ startsOn, endsOn, days, approvedOn }: FoundTraining, subject: Subject, sets: readonly RuleSet[]): Verdict {
  return recognise({ kind: 'training', startedOn: startsOn, completedOn: endsOn, days, approvedOn }, subject, sets)
}

/** A training of one day that nobody filed. */
function ofUnknownTraining(on: PlainDate, subject: Subject, sets: readonly RuleSet[]): Verdict {
  return recognise({ kind: 'training', startedOn: on, completedOn: on, days: 1, approvedOn: null }, subject, sets)
}

/** The platforms by code, each under the name of its last window; few enough to be looked through. */
function platformsNamed(words: readonly string[], sets: readonly RuleSet[]): { code: string; name: string }[] {
  const rows: readonly Platform[] = sets.at(-1)?.platforms ?? []
  const lowered = words.map((word) => word.toLowerCase())
  const byCode = new Map<string, Platform[]>()
  for (const row of rows) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row])
  return [...byCode.entries()]
    .filter(([, windows]) => windows.some(({ name }) => lowered.every((word) => name.toLowerCase().includes(word))))
    .map(([code, windows]) => ({ code, name: windows.at(-1)?.name ?? code }))
}
