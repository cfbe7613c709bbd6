'use client'

import { Button, buttonClass } from '@/components/ui/button'
import { useBrowser } from '@/components/ui/use-browser'
import en from '@/lib/i18n/messages/en/crash.json'
import zh from '@/lib/i18n/messages/zh-CN/crash.json'

const pageLanguage = () => document.documentElement.lang

/**
 * The error page: what happened, that nothing was lost, what to do, and the reference of the error in the log. Imports the texts of both
 * languages itself, because the loading of messages may be what failed. `language` overrides that of the page.
 */
export function Crash({ reference, retry, language }: { reference: string | undefined; retry: () => void; language?: 'zh-CN' | 'en' }) {
  const shown = useBrowser(pageLanguage, 'zh-CN')
  const words = (language ?? shown) === 'en' ? en : zh
  return (
    <div role="alert" lang={language}>
      <h1 className="text-2xl">{words.title}</h1>
      <p className="mt-3 max-w-text">{words.what}</p>
      <p className="mt-1 max-w-text">{words.todo}</p>
      {reference ? (
        <p className="mt-3">
          {words.reference} <code className="font-semibold tabular-nums">{reference}</code>
        </p>
      ) : null}
      <div className="mt-6 flex flex-wrap gap-3">
        <Button onClick={retry}>{words.again}</Button>
        <a href="/" className={buttonClass('secondary')}>
          {words.home}
        </a>
      </div>
    </div>
  )
}
