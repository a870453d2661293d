import { answerFromFields, isPartial } from '@/domain/exam/answer-form'
import { fillAnswer } from '../../ui/fill-answer'
import { keepSending, type Sent, whoIsSignedIn } from './send-waiting'
import { stateOf } from './state-of'
import { isSame, keepWaiting, ownerHere, type Waiting, waitingOf } from './waiting-acts'

type Place = Pick<Waiting, 'courseId' | 'lessonId' | 'releaseId'>

/**
 * Keeps the answers of a kept lesson, and that she is done with it, until they can be sent, and says of each what has
 * become of it. The sentences are templates of the page.
 *
 * @returns when what waits from before is in its fields.
 */
export function keepActs(main: HTMLElement, place: Place): Promise<void> {
  const given = new Map<HTMLFormElement, { owner: string; act: Waiting }>()
  const tell = (sent: Sent) => {
    for (const [form, { owner, act }] of given) {
      const waiting = waitingOf(owner).find((other) => isSame(other, act) && other.at === act.at)
      say(main, form, waiting ? stateOf(owner, waiting, sent) : 'saved')
    }
  }

  const keep = async (form: HTMLFormElement, act: Waiting) => {
    const owner = await ownerNow()
    // Whoever reads here now need not be who was signed in before.
    if (owner === null) return say(main, form, 'nobody')
    if (!keepWaiting(owner, act)) return say(main, form, 'not-stored')
    given.set(form, { owner, act })
    await keepSending(tell)
  }

  const restore = async () => {
    const owner = await ownerNow()
    if (owner === null) return
    for (const act of waitingOf(owner)) {
      const form = formOf(main, act, place)
      if (!form) continue
      if (act.practice) fillAnswer(form, act.practice.answer)
      given.set(form, { owner, act })
    }
    if (given.size > 0) void keepSending(tell)
  }

  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-practice], [data-done]')) return
    event.preventDefault()
    const act = readAct(form, place)
    if (!act || (act.practice && isPartial(new FormData(form)))) return say(main, form, 'incomplete')
    void keep(form, act)
  })
  addEventListener('online', () => void keepSending(tell))
  return restore()
}

/** Who is signed in; without a network, who was last known to be. Null if nobody is. */
async function ownerNow(): Promise<string | null> {
  const signedIn = await whoIsSignedIn()
  return signedIn === undefined ? ownerHere() : signedIn
}

/** The form of the page in which something was done; null if it was done in another lesson. */
function formOf(main: HTMLElement, { courseId, lessonId, practice }: Waiting, place: Place): HTMLFormElement | null {
  if (courseId !== place.courseId || lessonId !== place.lessonId) return null
  if (!practice) return main.querySelector<HTMLFormElement>('form[data-done]')
  const card = document.getElementById(`quiz-${practice.questionId}`)
  return card?.querySelector<HTMLFormElement>('form[data-practice]') ?? null
}

/** What a form holds; null if no answer is chosen in it. */
function readAct(form: HTMLFormElement, place: Place): Waiting | null {
  const at = Date.now()
  if ('done' in form.dataset) return { ...place, at }
  const fields = new FormData(form)
  const answer = answerFromFields(fields)
  return answer && { ...place, at, practice: { questionId: String(fields.get('question')), answer } }
}

/** Shows a copy of the sentence for a state at the end of a form, in the place of the one before. */
function say(main: HTMLElement, form: HTMLFormElement, state: string): void {
  const words = main.querySelector<HTMLTemplateElement>(`template[data-state="${state}"]`)
  const line = form.querySelector('[data-kept-state]') ?? document.createElement('div')
  line.setAttribute('data-kept-state', state)
  line.setAttribute('role', 'status')
  line.replaceChildren(...(words ? [words.content.cloneNode(true)] : []))
  // Being done has no feedback.
  if ('done' in form.dataset) line.querySelector('[data-of-answer]')?.remove()
  // Where the answer and its feedback are, on the site.
  const link = line.querySelector<HTMLAnchorElement>('a[href]')
  const card = form.closest('.practice')
  if (link && card) link.hash = card.id
  form.append(line)
}
