import type { ReactNode } from 'react'
import { addressParts } from '@/lib/rules/what-if/address'
import type { WhatIf } from '@/lib/rules/what-if/state'

/** A form that carries the state and is sent by GET: the server answers it where there are no scripts, else the calculator around it does. */
export function StateForm({
  state,
  except = [],
  className,
  children,
}: {
  state: WhatIf
  /** What the form itself asks for. */
  except?: readonly string[]
  className?: string
  children: ReactNode
}) {
  return (
    <form method="get" action="/calculator" noValidate className={className}>
      {Object.entries(addressParts(state)).map(([name, value]) =>
        except.includes(name) ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
    </form>
  )
}
