import type { KeptCopy } from '@/domain/course/kept/kept-copy'
import { dropCopies, findCopies } from './copies'
import { removeWorker } from './leave-device'
import { askForCopy, CopyFailed, keepCopy, type NotKept } from './make-copy'
import { whoIsSignedIn } from './send-waiting'
import { tellWaiting } from './tell-waiting'

/** The parts of the section. Each is there from the start, and hidden while it does not apply. */
const PARTS = [
  'ask',
  'size',
  'says',
  'newer',
  'progress',
  'keep',
  'update',
  'remove',
  'open',
  'done',
  'failed',
] as const
type Part = (typeof PARTS)[number]

const section = document.querySelector<HTMLElement>('[data-keep]')
// Only over https, and where the browser has a service worker and a store for it, can a page open without a network.
if (section && 'serviceWorker' in navigator && 'caches' in window) void offer(section).catch(() => undefined)

async function offer(section: HTMLElement): Promise<void> {
  const { keep: course = '' } = section.dataset
  const locale = document.documentElement.lang
  const part = (name: Part) => section.querySelector<HTMLElement>(`[data-part="${name}"]`)
  const show = (...names: Part[]) => {
    for (const name of PARTS) part(name)?.toggleAttribute('hidden', !names.includes(name))
  }
  const say = (name: 'size' | 'says', text: string) => part(name)?.replaceChildren(text)
  const keptHere = async () => (await findCopies()).find(({ copy }) => copy.course === course && copy.locale === locale)

  /** What is kept, and whether there is a newer copy. Without a copy the site is asked for nothing until she asks. */
  const showNow = async (...more: Part[]) => {
    const kept = await keptHere()
    if (!kept) return show('ask', ...more)
    say('says', kept.copy.says)
    const current = await askForCopy(course, locale).catch(whyOf)
    if (current === 'closed') return tellClosed()
    const isOld = typeof current !== 'string' && kept.copy.version !== current.version
    if (isOld) say('size', current.size)
    show('says', 'open', 'remove', ...(isOld ? (['newer', 'update', 'size'] as const) : []), ...more)
  }

  /** The copies are deleted by now. */
  const tellClosed = async () => {
    await leaveIfNothingIsKept()
    show('failed')
    sayWhy(part('failed'), 'closed')
  }

  const fail = async (error: unknown) => {
    const why = whyOf(error)
    if (why === 'closed') await tellClosed()
    else {
      await showNow('failed')
      sayWhy(part('failed'), why)
    }
    part('failed')?.focus()
  }

  const ask = async () => {
    try {
      say('size', (await askForCopy(course, locale)).size)
      show('size', 'keep')
      part('keep')?.focus()
    } catch (error) {
      await fail(error)
    }
  }

  const keep = async () => {
    show('progress')
    try {
      await inOneTab(course, locale, () => copyNow(course, locale, part('progress')))
      await showNow('done')
      part('done')?.focus()
    } catch (error) {
      await fail(error)
    }
  }

  const remove = async () => {
    await dropCopies({ course, locale })
    await leaveIfNothingIsKept()
    await showNow()
    part('ask')?.focus()
  }

  part('ask')?.addEventListener('click', () => void ask())
  part('keep')?.addEventListener('click', () => void keep())
  part('update')?.addEventListener('click', () => void keep())
  part('remove')?.addEventListener('click', () => void remove())
  // A private window may have no store: then this fails, and the section stays hidden.
  await keptHere()
  section.hidden = false
  await showNow()
  await tellWaiting(section, course)
}

async function leaveIfNothingIsKept(): Promise<void> {
  if ((await findCopies()).length === 0) await removeWorker()
}

/** The site may be changed while it is copied: then the copy is begun anew, once. */
async function copyNow(course: string, locale: string, progress: HTMLElement | null): Promise<void> {
  // So that what she will do in the copy is kept for her, if she is signed in.
  await whoIsSignedIn()
  await navigator.serviceWorker.register('/worker.js')
  // A browser may refuse, or ask her: then the copy stays for as long as the browser likes.
  void navigator.storage?.persist?.().catch(() => false)
  const bar = progress?.querySelector('progress')
  const tell = (share: number) => {
    if (bar) bar.value = share
  }
  const once = (copy: KeptCopy) => keepCopy(copy, tell)
  await askForCopy(course, locale)
    .then(once)
    .catch(async (error) => {
      if (!(error instanceof CopyFailed) || error.why !== 'changed') throw error
      return once(await askForCopy(course, locale))
    })
  await navigator.serviceWorker.ready
}

/** Two tabs would delete each other's copy. */
function inOneTab(course: string, locale: string, work: () => Promise<void>): Promise<void> {
  return navigator.locks ? navigator.locks.request(`keep ${course} ${locale}`, work) : work()
}

function sayWhy(failed: HTMLElement | null, why: NotKept): void {
  for (const text of failed?.querySelectorAll<HTMLElement>('[data-why]') ?? []) text.hidden = text.dataset.why !== why
}

function whyOf(error: unknown): NotKept {
  return error instanceof CopyFailed ? error.why : 'refused'
}
