'use client'

import { Crash } from '@/components/shell/crash'
import './globals.css'

/** In place of the frame itself, when that is what failed; in both languages, since which one is wanted is not known here. */
export default function GlobalErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="zh-CN">
      <body>
        <title>Xueshi</title>
        <main className="mx-auto max-w-page px-4 py-8 sm:px-6">
          <Crash reference={error.digest} retry={reset} language="zh-CN" />
          <hr className="my-8 border-line" />
          <Crash reference={error.digest} retry={reset} language="en" />
        </main>
      </body>
    </html>
  )
}
