import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./lib/server/web/i18n.ts')

/** Where pages stood before: people keep these addresses, and mails that were sent hold them. */
const MOVED = {
  '/trainings': ['/provider/filings', '/employer/trainings', '/bureau/filings', '/authority/filings'],
  '/cases': ['/provider/cases', '/employer/cases', '/bureau/cases'],
}

const config: NextConfig = {
  distDir: process.env.XUESHI_BUILD_DIR || '.next',
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  // Titles stand in the first bytes of the page for everyone, not only for crawlers: a page is complete without scripts.
  htmlLimitedBots: /.*/,
  redirects: async () =>
    Object.entries(MOVED).flatMap(([now, before]) =>
      before.map((source) => ({ source: `${source}/:path*`, destination: `${now}/:path*`, permanent: true })),
    ),
  // A lock file in a folder above the clone must not make that folder the project.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  // Native or reading their own files: loaded by Node as they are.
  serverExternalPackages: ['@myriaddreamin/typst-ts-node-compiler', '@libpdf/core', 'sharp', 'pino', 'pg', 'node-forge', 'nodemailer'],
  // The test run has checked the types just before.
  typescript: { ignoreBuildErrors: process.env.XUESHI_TYPES_CHECKED === '1' },
}

export default withNextIntl(config)
