import { answerFromFields, isPartial } from '@/domain/question/answer-form'
import { fillAnswer } from '../../question/fill-answer'
import { isMove } from '../../question/kinds/is-move'
import { hearAccepted, wasAccepted } from './accepted-acts'
import { keepSending, type Sent, whoIsSignedIn } from './send-waiting'
import { stateOf } from './state-of'
import { allWaiting, isSame, keepWaiting, ownerHere, type Waiting, waitingOf } from './waiting-acts'

type Place = Pick<Waiting, 'courseId' | 'lessonId' | 'releaseId'>

/**
 * Stores the answers of a kept lesson, and that the learner completed it, until they can be sent; shows the state of
 * each. The sentences are templates in the page.
 *
 * @returns resolves once the answers that were stored before are in their fields.
 */
export function keepActs(main: HTMLElement, place: Place): Promise<void> {
  const given = new Map<HTMLFormElement, { owner: string; act: Waiting }>()
  const tellAccepted = () => {
    for (const [form, { owner, act }] of given) if (wasAccepted(owner, act)) say(main, form, 'saved')
  }
  const tell = (sent: Sent) => {
    for (const [form, { owner, act }] of given) {
      const waiting = waitingOf(owner).find((other) => isSame(other, act) && other.at === act.at)
      if (waiting) say(main, form, stateOf(owner, waiting, sent))
      // Deleted in another tab, or sent by one that has not said so yet.
      else if (!wasAccepted(owner, act)) lineOf(form)?.remove()
    }
    tellAccepted()
  }

  const keep = async (form: HTMLFormElement, act: Waiting) => {
    const owner = await ownerNow()
    // The person who reads now may not be the one who was signed in before: without an owner, nothing is stored.
    if (owner === null) return say(main, form, 'nobody')
    if (!keepWaiting(owner, act)) return say(main, form, 'not-stored')
    given.set(form, { owner, act })
    await keepSending(tell)
  }

  const restore = async () => {
    // While nothing waits, the page is ready at once: on a weak network, it takes seconds until the site answers.
    if (!allWaiting().some(({ act }) => formOf(main, act, place))) return
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
    // The script that moves the lines of an order is not loaded yet. A kept page has no other way to move them.
    if (isMove(event.submitter)) return
    const act = readAct(form, place)
    if (!act || (act.practice && isPartial(new FormData(form)))) return say(main, form, 'incomplete')
    void keep(form, act)
  })
  addEventListener('online', () => void keepSending(tell))
  hearAccepted(tellAccepted)
  return restore()
}

/** The person who is signed in or, if the site does not answer, was last known to be. Null if nobody is. */
async function ownerNow(): Promise<string | null> {
  const signedIn = await whoIsSignedIn()
  return signedIn === undefined ? ownerHere() : signedIn
}

/** The form on the page to which a stored act belongs; null if the act belongs to another lesson. */
function formOf(main: HTMLElement, { courseId, lessonId, practice }: Waiting, place: Place): HTMLFormElement | null {
  if (courseId !== place.courseId || lessonId !== place.lessonId) return null
  if (!practice) return main.querySelector<HTMLFormElement>('form[data-done]')
  const card = document.getElementById(`quiz-${practice.questionId}`)
  return card?.querySelector<HTMLFormElement>('form[data-practice]') ?? null
}

/** The act in a form; null if no answer is chosen in it. */
function readAct(form: HTMLFormElement, place: Place): Waiting | null {
  const at = Date.now()
  if ('done' in form.dataset) return { ...place, at }
  const fields = new FormData(form)
  const answer = answerFromFields(fields)
  return answer && { ...place, at, practice: { questionId: String(fields.get('question')), answer } }
}

/** The sentence at the end of a form, if there is one. */
function lineOf(form: HTMLFormElement): Element | null {
  return form.querySelector('[data-kept-state]')
}

/** Shows a copy of the sentence for a state at the end of a form, and replaces the sentence before it. */
function say(main: HTMLElement, form: HTMLFormElement, state: string): void {
  const words = main.querySelector<HTMLTemplateElement>(`template[data-state="${state}"]`)
  const line = lineOf(form) ?? document.createElement('div')
  line.setAttribute('data-kept-state', state)
  line.setAttribute('role', 'status')
  line.replaceChildren(...(words ? [words.content.cloneNode(true)] : []))
  // Completing a lesson gives no feedback.
  if ('done' in form.dataset) line.querySelector('[data-of-answer]')?.remove()
  // The link leads to the question on the site, with the answer and its feedback.
  const link = line.querySelector<HTMLAnchorElement>('a[href]')
  const card = form.closest('.practice')
  if (link && card) link.hash = card.id
  form.append(line)
}
