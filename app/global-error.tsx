'use client'

import { Crash } from '@/components/shell/crash'
import './globals.css'

/** In place of the frame itself, when that is what failed. */
export default function GlobalErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="zh-CN">
      <body>
        <title>Xueshi</title>
        <main className="mx-auto max-w-page px-4 py-8 sm:px-6">
          <Crash reference={error.digest} retry={reset} />
        </main>
      </body>
    </html>
  )
}
