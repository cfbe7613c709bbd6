/** Defaults of the site's settings for names and the footer of printed documents, which are in Chinese. */
export const SITE_DEFAULTS = {
  bureauName: '阜阳市人力资源和社会保障局',
  certificateTitle: '专业技术人员继续教育学时登记证书',
  certificateFooting: '依据《安徽省专业技术人员继续教育学时管理办法》（皖人社秘〔2025〕109号）。',
} as const
