const MAX_SHOWN = 99

/** A small number beside a link, hidden from screen readers: the caller adds a text for them. */
export function CountMark({ count }: { count: number }) {
  return (
    <span aria-hidden="true" className="ml-1 rounded-full bg-accent px-1.5 text-sm text-white tabular-nums">
      {count > MAX_SHOWN ? `${MAX_SHOWN}+` : count}
    </span>
  )
}
