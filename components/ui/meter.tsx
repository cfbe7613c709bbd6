import { useId } from 'react'

export interface MeterSegment {
  id: string
  value: number
  fill: 'first' | 'second' | 'waiting'
}

const FILLS = { first: 'fill-pro', second: 'fill-pub' } as const

/**
 * A bar with several segments and a tick at the required value. Drawn as SVG, because its sizes are attributes: the content security policy
 * refuses `style=""`. `label` is its text alternative; `small` leaves out the number at the tick.
 */
export function Meter({
  label,
  scale,
  segments,
  tick,
  small = false,
}: {
  label: string
  /** The value at the right end. */
  scale: number
  segments: readonly MeterSegment[]
  tick: number
  small?: boolean
}) {
  const hatch = useId()
  const bar = small ? 8 : 18
  const top = small ? 3 : 6
  const reach = top
  let start = 0
  const drawn = segments
    .filter((segment) => segment.value > 0)
    .map((segment) => {
      const place = { ...segment, x: share(start, scale), width: share(Math.min(segment.value, scale - start), scale) }
      start = Math.min(scale, start + segment.value)
      return place
    })
  return (
    <svg role="img" aria-label={label} width="100%" height={small ? 14 : 50} className="block overflow-visible">
      <defs>
        <pattern id={hatch} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="8" height="8" className="fill-paper" />
          <rect width="4" height="8" className="fill-wait" />
        </pattern>
      </defs>
      <rect x="0" y={top} width="100%" height={bar} rx="2" className="fill-track stroke-line-strong" strokeWidth="1" />
      {drawn.map((segment) => (
        <g key={segment.id}>
          <rect
            x={`${segment.x}%`}
            y={top}
            width={`${segment.width}%`}
            height={bar}
            className={segment.fill === 'waiting' ? undefined : FILLS[segment.fill]}
            fill={segment.fill === 'waiting' ? `url(#${hatch})` : undefined}
          />
          {segment.x > 0 ? <rect x={`${segment.x}%`} y={top} width="2" height={bar} className="fill-paper" /> : null}
        </g>
      ))}
      {(['stroke-paper', 'stroke-ink'] as const).map((stroke) => (
        // The white line below it keeps the tick visible on a filled bar.
        <line
          key={stroke}
          x1={`${share(tick, scale)}%`}
          x2={`${share(tick, scale)}%`}
          y1={top - reach}
          y2={top + bar + reach}
          className={stroke}
          strokeWidth={stroke === 'stroke-ink' ? 2 : 5}
        />
      ))}
      {small ? null : (
        <text x={`${share(tick, scale)}%`} y={top + bar + 22} textAnchor="middle" className="fill-muted text-sm tabular-nums">
          {tick}
        </text>
      )}
    </svg>
  )
}

function share(value: number, scale: number): number {
  return Math.round((Math.max(0, Math.min(value, scale)) / scale) * 10_000) / 100
}
