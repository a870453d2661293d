import { findCopies } from './copies'

/** Lists the lessons that this device keeps, by course and language. */
export async function listCopies(list: HTMLElement): Promise<void> {
  const copies = await findCopies().catch(() => [])
  const shown = new Set<string>()
  for (const { copy } of copies) {
    const name = `${copy.course} ${copy.locale}`
    if (shown.has(name)) continue
    shown.add(name)
    const section = document.createElement('section')
    section.lang = copy.locale
    section.dir = copy.locale === 'ar' ? 'rtl' : 'ltr'
    section.className = 'stack'
    const says = element('p', copy.says)
    says.className = 'sm muted'
    const lessons = document.createElement('ol')
    lessons.className = 'stack-s'
    lessons.append(...copy.lessons.map(({ href, title }) => line(href, title)))
    section.append(element('h2', copy.title), says, lessons)
    list.append(section)
  }
  const none = list.querySelector<HTMLElement>('[data-none]')
  if (none) none.hidden = shown.size > 0
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name)
  made.textContent = text
  return made
}

function line(href: string, title: string): HTMLElement {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = href
  link.textContent = title
  item.append(link)
  return item
}
