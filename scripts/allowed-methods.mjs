/** What is handed on to Next at all, which knows what each address takes of it. */
export const METHODS = { page: ['GET', 'HEAD', 'POST'], api: ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS'] }

/** Interfaces that are given something; every other one only gives. */
const GIVEN = { '/api/exam/answers': 'OPTIONS, PUT', '/api/lessons/place': 'OPTIONS, POST' }

/** What may be asked of an address that refused this method: the `Allow` of a 405. */
export function allowed({ url, method }) {
  const [path] = url.split('?')
  if (path.startsWith('/api/')) return GIVEN[path] ?? 'GET, HEAD, OPTIONS'
  if (method === 'POST') return 'GET, HEAD'
  return METHODS.page.includes(method) ? 'POST' : METHODS.page.join(', ')
}
