import type { ReactNode } from 'react'

/** What is shown in place of an empty list: what it is for and what to do next. */
export function EmptyState({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="py-6">
      <p className="font-semibold text-lg">{title}</p>
      {children ? <div className="mt-1 max-w-text text-muted">{children}</div> : null}
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  )
}
