/** A year of a term for chart and table: its hours and their source. */
export interface DrawnYear {
  year: number
  total: number
  professional: number
  source: 'certified' | 'ledger' | 'historic' | 'revoked' | 'none'
  /** Hours can still be earned in it. */
  open: boolean
}
