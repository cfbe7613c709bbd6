'use client'

import { CONTROL, describedBy, FieldFrame, type FieldProps } from './field-frame'
import { useField, useFormWords } from './form'

const ACCEPT = 'application/pdf,image/jpeg,image/png'

/**
 * A file from the device and, on a phone, from the camera: two inputs with one name, of which the unused one sends an empty file.
 * `photoLabel` is needed outside a `Form`, whose `words` have it otherwise.
 */
export function FileField({
  name,
  label,
  hint,
  optional,
  multiple = false,
  photoLabel,
  accept = ACCEPT,
}: FieldProps & { multiple?: boolean; photoLabel?: string; accept?: string }) {
  const field = useField(name)
  const words = useFormWords()
  const photo = photoLabel ?? words?.takePhoto
  return (
    <FieldFrame id={field.id} label={label} hint={hint} error={field.error} optional={optional ? field.optional : null}>
      <input
        key={field.resetKey}
        id={field.id}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={describedBy(field.id, hint, field.error)}
        className={`${CONTROL} w-full`}
      />
      {photo ? (
        <label className="mt-2 hidden pointer-coarse:block">
          <span className="block text-sm">{photo}</span>
          <input name={name} type="file" accept="image/jpeg,image/png" capture="environment" className={`${CONTROL} w-full`} />
        </label>
      ) : null}
    </FieldFrame>
  )
}
