import type { Metadata, Viewport } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DemoBanner } from '@/components/shell/demo-banner'
import { Footer } from '@/components/shell/footer'
import { Header } from '@/components/shell/header'
import { readShell } from '@/lib/server/web/shell'
import './globals.css'

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#1b4f8f' }

export async function generateMetadata(): Promise<Metadata> {
  const [t, common] = await Promise.all([getTranslations('nav'), getTranslations('common')])
  const name = `${common('product')} · ${t('site')}`
  return { title: { default: name, template: `%s · ${common('product')}` }, formatDetection: { telephone: false } }
}

/** The frame of every page: language, text size, header, footer. It shows who is signed in and decides nothing. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [shell, common] = await Promise.all([readShell(), getTranslations('common')])
  return (
    <html lang={shell.locale} className={shell.textSize === 'large' ? 'care' : undefined}>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#main"
          data-print="no"
          className="absolute -top-20 left-4 z-30 rounded bg-accent px-4 py-2.5 font-semibold text-white hover:text-white focus:top-2"
        >
          {common('skip')}
        </a>
        {shell.demoToday ? <DemoBanner today={shell.demoToday} locale={shell.locale} mails={shell.demoMails} /> : null}
        <Header shell={shell} />
        <main id="main" tabIndex={-1} className="mx-auto w-full max-w-page px-4 pt-6 pb-14 outline-none sm:px-6 md:pt-8">
          {children}
        </main>
        <Footer site={shell.site} />
      </body>
    </html>
  )
}
