/** A term's year as it is drawn: what it holds, and where that comes from. */
export interface DrawnYear {
  year: number
  total: number
  professional: number
  source: 'certified' | 'ledger' | 'historic' | 'revoked' | 'none'
  /** Can still be filled. */
  open: boolean
}
