import type { ReactNode } from 'react'

/** The fragment of a URL that opens a confirmation: the browser scrolls to the panel and focuses it, with and without scripts. */
export const TO_CONFIRM = '#confirm'

/** A confirmation: the consequences of an action as a list, followed by its form or button. */
export function ConfirmPanel({
  title,
  consequences,
  opened = false,
  children,
}: {
  title: ReactNode
  consequences: readonly ReactNode[]
  /** Whether this panel is the target of `TO_CONFIRM`: it is scrolled to and takes the focus. */
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
