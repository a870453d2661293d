/** What can be wrong with a domain. Each has a sentence in i18n/messages/*.json under `cohorts.entry.problems`. */
export type DomainProblem = 'address' | 'malformed' | 'suffix' | 'free'
export type DomainReading = { status: 'read'; domain: string } | { status: 'wrong'; problem: DomainProblem }

const LONGEST = 253
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const TOP = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/
/** Public suffixes under which countries sell names: nobody owns `gov.ma` itself. */
const SHARED = /^(?:ac|asso|co|com|edu|gob|gouv|gov|mil|net|org|press|sch)\.[a-z]{2}$/
// Free mail providers: anybody can get an address there within a minute, so it says nothing about where a person works.
const FREE_IN_MANY_COUNTRIES = /^(?:gmx|hotmail|live|outlook|yahoo|yandex)\.[a-z]{2,3}(?:\.[a-z]{2})?$/
const FREE = new Set(
  `126.com 163.com aol.com bk.ru caramail.com duck.com email.com fastmail.com free.fr gmail.com googlemail.com hushmail.com
  icloud.com inbox.ru laposte.net list.ru mac.com mail.com mail.ru me.com menara.ma msn.com naver.com neuf.fr orange.fr pm.me
  proton.me protonmail.com qq.com rambler.ru rocketmail.com sfr.fr tuta.com tuta.io tutanota.com wanadoo.fr ymail.com
  zoho.com zohomail.com`.split(/\s+/),
)

/** The domain as addresses contain it: in ASCII and lower case, whatever script it was typed in. */
export function readDomain(typed: string): DomainReading {
  if (typed.includes('@')) return wrong('address')
  const domain = asciiOf(typed.trim().replace(/\.$/, ''))
  if (domain === null || !isName(domain)) return wrong('malformed')
  if (!domain.includes('.') || SHARED.test(domain)) return wrong('suffix')
  return isFree(domain) ? wrong('free') : { status: 'read', domain }
}

const isFree = (domain: string) => FREE.has(domain) || FREE_IN_MANY_COUNTRIES.test(domain)
const wrong = (problem: DomainProblem) => ({ status: 'wrong', problem }) as const

// Only letters, digits, marks, dots and hyphens: a URL parser would also accept a path, a port or a password.
const HOST = /^[\p{L}\p{N}\p{M}.-]+$/u

function asciiOf(typed: string): string | null {
  const host = typed.normalize('NFKC').replace(/[。．]/g, '.')
  return HOST.test(host) && URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : null
}

function isName(domain: string): boolean {
  const labels = domain.split('.')
  return domain.length <= LONGEST && labels.every((label) => LABEL.test(label)) && TOP.test(labels.at(-1) ?? '')
}
