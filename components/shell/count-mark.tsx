const MAX_SHOWN = 99

/** A small figure beside a link; what it counts is said to a screen reader beside it. */
export function CountMark({ count }: { count: number }) {
  return (
    <span aria-hidden="true" className="ml-1 rounded-full bg-accent px-1.5 text-sm text-white tabular-nums">
      {count > MAX_SHOWN ? `${MAX_SHOWN}+` : count}
    </span>
  )
}
