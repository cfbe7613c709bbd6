import 'server-only'
import { encode } from 'uqr'

// The quiet zone that ISO/IEC 18004 asks for.
const QUIET_ZONE = 4

export interface QrPixels {
  /** Side in modules, quiet zone included. */
  size: number
  quietZone: number
  /** Row by row, 0 black and 255 white. */
  pixels: number[]
  /** 1 to 40: the more, the finer. */
  version: number
}

/** The text as a QR code at error correction level M. */
export function qrPixels(text: string): QrPixels {
  // Any mask may stand in a code. Trying all eight costs 4 ms and gains nothing: a signature looks like noise under each.
  const code = encode(text, { ecc: 'M', border: QUIET_ZONE, maskPattern: 0 })
  return { size: code.size, quietZone: QUIET_ZONE, version: code.version, pixels: code.data.flat().map((black) => (black ? 0 : 255)) }
}
