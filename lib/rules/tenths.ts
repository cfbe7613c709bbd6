/** Hours are counted in whole tenths, so that 0.1 + 0.2 is 0.3. */
export function toTenths(hours: number): number {
  return Math.round(hours * 10)
}

/** The nearest number to that many tenths: its shortest decimal form has at most one decimal. */
export function fromTenths(tenths: number): number {
  return tenths / 10
}

/** Whether the shortest decimal form of the number has at most one decimal. Sound for magnitudes below 10^14. */
export function isInTenths(value: number): boolean {
  return Math.round(value * 10) / 10 === value
}
