import type { ReactNode } from 'react'

/** The end of an address that opens a confirmation: the browser scrolls to the panel and goes on from there, with scripts and without. */
export const TO_CONFIRM = '#confirm'

/** What will happen, before the button that makes it happen: one consequence a line, then the form or button. */
export function ConfirmPanel({
  title,
  consequences,
  opened = false,
  children,
}: {
  title: ReactNode
  consequences: readonly ReactNode[]
  /** The one that a link to `TO_CONFIRM` has opened: it is scrolled to and takes focus. */
  opened?: boolean
  children: ReactNode
}) {
  return (
    <section
      {...(opened ? { id: TO_CONFIRM.slice(1), tabIndex: -1 } : {})}
      className="scroll-mt-4 border-accent border-l-4 bg-paper px-4 py-4 sm:px-6"
    >
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
