import type { ReactNode } from 'react'

/** What will happen, before the button that makes it happen: one consequence a line, then the form or button. */
export function ConfirmPanel({
  title,
  consequences,
  children,
}: {
  title: ReactNode
  consequences: readonly ReactNode[]
  children: ReactNode
}) {
  return (
    <section className="border-accent border-l-4 bg-paper px-4 py-4 sm:px-6">
      <h2 className="text-lg">{title}</h2>
      <ul className="mt-2 mb-4 list-disc space-y-1 pl-5">
        {consequences.map((consequence, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the sentences are fixed and never move
          <li key={place}>{consequence}</li>
        ))}
      </ul>
      {children}
    </section>
  )
}
