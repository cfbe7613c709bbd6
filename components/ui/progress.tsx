/** How far long work has come, with its counts in words under it. */
export function Progress({ label, value, max, words }: { label: string; value: number; max: number; words: string }) {
  return (
    <div>
      <progress
        aria-label={label}
        value={value}
        max={max}
        className="h-3 w-full appearance-none overflow-hidden rounded-full bg-track [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-track [&::-webkit-progress-value]:bg-accent"
      />
      <p className="text-muted text-sm tabular-nums">{words}</p>
    </div>
  )
}
