import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./lib/server/i18n.ts')

const config: NextConfig = {
  poweredByHeader: false,
  images: { unoptimized: true },
  // Titles stand in the first bytes of the page for everyone, not only for crawlers: a page is complete without scripts.
  htmlLimitedBots: /.*/,
}

export default withNextIntl(config)
