import 'server-only'
import { encode } from 'uqr'

// What ISO/IEC 18004 asks for, in modules.
const QUIET_ZONE = 4

export interface QrDrawing {
  /** SVG of one black path, one unit a module. */
  svg: string
  /** Side in modules, quiet zone included. */
  size: number
  quietZone: number
  /** 1 to 40: the more, the finer. */
  version: number
}

/**
 * The text as a QR code at error correction level M. Drawn and not a bitmap: resampling a bitmap makes modules of unequal width,
 * and scanners then need twice the resolution. In one path, because seams show between shapes that only touch.
 */
export function drawQr(text: string): QrDrawing {
  // Any mask may stand in a code. Trying all eight costs 4 ms and gains nothing: a signature looks like noise under each.
  const code = encode(text, { ecc: 'M', border: QUIET_ZONE, maskPattern: 0 })
  const { size, version } = code
  const path = code.data.map((row, y) => drawRow(row, y)).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`
  return { svg, size, quietZone: QUIET_ZONE, version }
}

function drawRow(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue
    const start = x
    while (row[x + 1]) x += 1
    path += `M${start} ${y}h${x + 1 - start}v1H${start}z`
  }
  return path
}
