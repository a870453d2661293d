import 'server-only'

/** The methods that are passed on to Next at all. The routes decide which of them they support. */
const METHODS = { page: ['GET', 'HEAD', 'POST'], api: ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS'] }

/** The API routes that accept a body. All others are read-only. */
const WRITING: Readonly<Record<string, string>> = {
  '/api/account/passkey-challenge': 'OPTIONS, POST',
  '/api/exam/answers': 'OPTIONS, PUT',
  '/api/lessons/offline': 'OPTIONS, POST',
  '/api/lessons/place': 'OPTIONS, POST',
  '/api/letters/stop': 'OPTIONS, POST',
  '/api/practice/grids': 'OPTIONS, PUT',
}

export function isKnownMethod(url: string, method: string): boolean {
  return METHODS[url.startsWith('/api/') ? 'api' : 'page'].includes(method)
}

/** The `Allow` header of a response that refuses this method. */
export function allowedMethods(url: string, method: string): string {
  const [path = ''] = url.split('?')
  if (path.startsWith('/api/')) return WRITING[path] ?? 'GET, HEAD, OPTIONS'
  if (method === 'POST') return 'GET, HEAD'
  return METHODS.page.includes(method) ? 'POST' : METHODS.page.join(', ')
}
