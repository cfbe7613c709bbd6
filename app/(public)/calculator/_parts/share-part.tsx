import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link'
import { useBrowser } from '@/components/ui/use-browser'

const siteOrigin = () => window.location.origin

/** The address as what it is: everything that was put in. Copying and printing need scripts and stand only with them. */
export function SharePart({ address }: { address: string }) {
  const t = useTranslations('calculator.share')
  const [copied, setCopied] = useState('')
  const origin = useBrowser(siteOrigin, null)
  const whole = `${origin ?? ''}${address}`
  return (
    <>
      <p data-print="no" className="max-w-text text-muted">
        {t('hint')}
      </p>
      <p data-print="no">
        <TextLink href={address} className="inline-flex min-h-11 items-center">
          {t('link')}
        </TextLink>
      </p>
      {origin ? (
        <div data-print="no" className="flex flex-wrap gap-3">
          <Button kind="secondary" onClick={() => navigator.clipboard.writeText(whole).then(() => setCopied(whole))}>
            {t('copy')}
          </Button>
          <Button kind="secondary" onClick={() => window.print()}>
            {t('print')}
          </Button>
        </div>
      ) : null}
      <p role="status" data-print="no" className="mt-2 text-ok">
        {copied === whole && copied !== '' ? t('copied') : ''}
      </p>
    </>
  )
}

/** What was printed can be opened again. */
export function PrintedAddress({ address }: { address: string }) {
  const t = useTranslations('calculator.share')
  return <p className="mt-6 hidden break-all text-sm print:block">{t('printed', { address: `${useBrowser(siteOrigin, '')}${address}` })}</p>
}
