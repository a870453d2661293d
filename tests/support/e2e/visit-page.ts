import type { Ask } from './ask'

export type Visited = {
  status: number
  /** The ids that a fragment may name. */
  ids: ReadonlySet<string>
  /** The targets of the page: links, sources, and search forms. */
  links: readonly string[]
  /** The targets without footer, styles and scripts: the links that a reader follows. */
  ways: readonly string[]
  /** Authors' markup that the page shows as it was typed, in its text, title or attributes. */
  marks: readonly string[]
}

const MARKUP = /:(?:ref|cite|term|def|fact|quiz|law)\[|::[a-z]+[[{ ]|\{(?:id|term)=/g

/** A page as a crawler finds it. */
export async function visitPage(ask: Ask, url: URL): Promise<Visited> {
  const response = await ask(url)
  const body = await response.text()
  const sent = response.headers.get('content-type')?.startsWith('text/html') ? body : ''
  // The filters of a list have thousands of combinations, so their links are marked `nofollow` and skipped here.
  const html = sent.replace(/<a\b[^>]*\srel="nofollow"[^>]*>/g, '<a>')
  const parts = html.match(/<(header|main)\b[\s\S]*?<\/\1>/g) ?? []
  return {
    status: response.status,
    ids: new Set(attributes(html, 'id')),
    links: [...attributes(html, 'href'), ...attributes(html, 'src'), ...searchFormTargets(html)],
    ways: parts.flatMap((part) => [...attributes(part, 'href'), ...searchFormTargets(part)]),
    marks: [...sent.replace(/<style\b[\s\S]*?<\/style>/g, '').matchAll(MARKUP)].map(
      ({ 0: mark, index, input }) => `${mark} in “${input.slice(Math.max(0, index - 60), index + 40)}”`,
    ),
  }
}

/** The addresses of search forms, without fragments: a fragment names an id on the page that answers. */
function searchFormTargets(html: string): string[] {
  const forms = html.match(/<form\b[^>]*>/g) ?? []
  const sent = forms.filter((form) => !/\smethod="post"/i.test(form)).flatMap((form) => attributes(form, 'action'))
  return sent.map((action) => action.replace(/#.*/, ''))
}

function attributes(html: string, name: string): string[] {
  const found = html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))
  return [...found].map(([, value = '']) => value.replaceAll('&amp;', '&'))
}
