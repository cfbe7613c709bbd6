/** Working days of autumn 2025 by the State Council's notice: 09-28 and 10-11 are worked, 10-01 to 10-08 are off. */
const WORKED = `
  2025-09-01 2025-09-02 2025-09-03 2025-09-04 2025-09-05 2025-09-08 2025-09-09 2025-09-10 2025-09-11 2025-09-12
  2025-09-15 2025-09-16 2025-09-17 2025-09-18 2025-09-19 2025-09-22 2025-09-23 2025-09-24 2025-09-25 2025-09-26 2025-09-28 2025-09-29 2025-09-30
  2025-10-09 2025-10-10 2025-10-11 2025-10-13 2025-10-14 2025-10-15 2025-10-16 2025-10-17 2025-10-20 2025-10-21 2025-10-22 2025-10-23 2025-10-24
  2025-10-27 2025-10-28 2025-10-29 2025-10-30 2025-10-31 2025-11-03 2025-11-04 2025-11-05 2025-11-06 2025-11-07`
  .trim()
  .split(/\s+/)

/** The n-th working day after the day. */
export function workingDayAfter(day: string, n: number): string {
  const found = WORKED.filter((worked) => worked > day)[n - 1]
  if (found === undefined || day < '2025-09-01') throw new RangeError(`${n} working days after ${day} are not written out`)
  return found
}
