import { createContext, type ReactNode, useContext } from 'react'
import type { AddressParts } from '@/lib/rules/what-if/address'

/** What the forms carry: the whole state, so that the server can answer each of them; nothing once scripts answer from the state at hand. */
export const CarriedState = createContext<AddressParts>({})

/** A form that is sent by GET with the state in it: the server answers it where there are no scripts, else the calculator around it does. */
export function StateForm({
  except = [],
  className,
  children,
}: {
  /** What the form itself asks for. */
  except?: readonly string[]
  className?: string
  children: ReactNode
}) {
  return (
    <form method="get" action="/calculator" noValidate className={className}>
      {Object.entries(useContext(CarriedState)).map(([name, value]) =>
        except.includes(name) ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
    </form>
  )
}
