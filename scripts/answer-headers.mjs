/** What an answer carries unless it says otherwise. Whoever brings no policy may show nothing and load nothing. */
export const ANSWER_HEADERS = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
}
// Browsers ignore it over http; behind https it holds for a year.
if (process.env.PUBLIC_URL?.startsWith('https:')) {
  ANSWER_HEADERS['Strict-Transport-Security'] = 'max-age=31536000; includeSubDomains'
}
