import 'server-only'
import { readDemonstration } from './read-demonstration'

/** The present instant: the demonstration's where this is one. Domain code takes it as an argument. */
export async function now(): Promise<Date> {
  return new Date(Date.now() + ((await readDemonstration())?.offsetMs ?? 0))
}
