import 'server-only'

/** The methods that are passed on to Next at all; the routes say which of them they have. */
const METHODS = { page: ['GET', 'HEAD', 'POST'], api: ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS'] }

/** The interfaces that take something; all others only give. */
const WRITING: Readonly<Record<string, string>> = {
  '/api/exam/answers': 'OPTIONS, PUT',
  '/api/lessons/place': 'OPTIONS, POST',
}

export function isKnownMethod(url: string, method: string): boolean {
  return METHODS[url.startsWith('/api/') ? 'api' : 'page'].includes(method)
}

/** What `Allow` says for an address that refused this method. */
export function allowedMethods(url: string, method: string): string {
  const [path = ''] = url.split('?')
  if (path.startsWith('/api/')) return WRITING[path] ?? 'GET, HEAD, OPTIONS'
  if (method === 'POST') return 'GET, HEAD'
  return METHODS.page.includes(method) ? 'POST' : METHODS.page.join(', ')
}
