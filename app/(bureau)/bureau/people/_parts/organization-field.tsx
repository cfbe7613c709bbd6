import { TextField } from '@/components/forms/text-field'

/** An organisation by its full name or credit code, with the names of those there are as suggestions. */
export function OrganizationField({
  label,
  hint,
  optional = false,
  organizations,
}: {
  label: string
  hint: string
  optional?: boolean
  organizations: readonly { id: string; name: string }[]
}) {
  return (
    <>
      <TextField
        name="organization"
        label={label}
        hint={hint}
        optional={optional}
        list="organizations"
        autoComplete="off"
        maxLength={100}
      />
      <datalist id="organizations">
        {organizations.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </>
  )
}
