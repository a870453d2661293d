import 'server-only'
import type { FileProblem } from '@/domain/file/material-file'

const ODF = 'urn:oasis:names:tc:opendocument:xmlns:'
/**
 * The usual prefixes of these namespaces. A file with other prefixes is refused: it could hide elements from the rules.
 */
const USUAL_PREFIXES: Readonly<Record<string, string>> = {
  [`${ODF}script:1.0`]: 'script',
  [`${ODF}presentation:1.0`]: 'presentation',
  [`${ODF}drawing:1.0`]: 'draw',
  [`${ODF}office:1.0`]: 'office',
  [`${ODF}text:1.0`]: 'text',
  [`${ODF}table:1.0`]: 'table',
  [`${ODF}manifest:1.0`]: 'manifest',
  'http://www.w3.org/1999/xlink': 'xlink',
}

/** Why a part of an OpenDocument presentation is refused: it would run, embed or load something. Null if it is fine. */
export function odfProblem(name: string, text: string): FileProblem | null {
  if (/documentsignatures|manifest\.rdf$/i.test(name)) return null
  // Tags in comments count too: if comments were left out, a tag could be hidden by one.
  for (const [, tag = '', attributes = ''] of text.matchAll(TAG)) {
    const problem = tagProblem(tag, attributesOf(attributes))
    if (problem) return problem
  }
  return null
}

// No two branches begin with the same character, so that the search takes time linear in the length of a tag.
const TAG = /<([^\s<>/!?]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/g
const ATTRIBUTE = /([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

function attributesOf(text: string): [string, string][] {
  return [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, decoded(double ?? single ?? '')])
}

function tagProblem(tag: string, attributes: readonly [string, string][]): FileProblem | null {
  if (tag.startsWith('script:') || tag === 'office:script') return 'macros'
  if (/^draw:(object-ole|applet|plugin)$/.test(tag) && !isMedia(tag, attributes)) return 'embedded'
  if (tag === 'manifest:encryption-data') return 'encrypted'
  for (const [name, value] of attributes) {
    const problem = attributeProblem(tag, name, value)
    if (problem) return problem
  }
  return null
}

function attributeProblem(tag: string, name: string, value: string): FileProblem | null {
  if (name === 'xmlns' || name.startsWith('xmlns:')) {
    const usual = USUAL_PREFIXES[value]
    return usual === undefined || name === `xmlns:${usual}` ? null : 'broken'
  }
  if (name === 'presentation:action' && /^(execute|macro|verb)$/.test(value.trim())) return 'active'
  if (name === 'xml:base' || name.startsWith('office:dde-')) return 'external'
  if (/(^|:)href$/.test(name)) return linkProblem(tag, value.trim())
  return /vnd\.sun\.star\.script:|^macro:/i.test(value) ? 'macros' : null
}

/** A link that a person clicks may lead out; a picture, a sound or an object may not. */
function linkProblem(tag: string, target: string): FileProblem | null {
  if (/^(vnd\.sun\.star\.script|macro|javascript|vbscript):/i.test(target)) return 'macros'
  const leadsOut = /^[a-z][a-z\d+.-]*:|^[\\/]|^\.\.[\\/]/i.test(target)
  if (!leadsOut) return null
  const isClicked = tag === 'text:a' || tag === 'draw:a'
  return isClicked && /^(https?:\/\/|mailto:)/i.test(target) ? null : 'external'
}

/** Sound and film inside the file are plugins too, by their type. */
function isMedia(tag: string, attributes: readonly [string, string][]): boolean {
  const type = attributes.find(([name]) => name === 'draw:mime-type')?.[1] ?? ''
  return tag === 'draw:plugin' && /^(application\/vnd\.sun\.star\.media|(audio|video)\/[\w.+-]+)$/.test(type)
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(value: string): string {
  return value.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole
    const code = Number.parseInt(hex ?? decimal, hex ? 16 : 10)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
