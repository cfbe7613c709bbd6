/** Hours in whole tenths, in which sums are exact: 0.1 + 0.2 is 0.3. */
export function toTenths(hours: number): number {
  return Math.round(hours * 10)
}

/** Hours from tenths, as the nearest double; its shortest decimal form has at most one decimal. */
export function fromTenths(tenths: number): number {
  return tenths / 10
}

/** Whether the shortest decimal form of the number has at most one decimal. Correct for magnitudes below 10^14. */
export function isInTenths(value: number): boolean {
  return Math.round(value * 10) / 10 === value
}
