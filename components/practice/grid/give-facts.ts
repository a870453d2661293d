/** The keys that go through the facts: all facts are one stop of the tab key. */
const STEPS: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

/**
 * Makes each fact in the papers a button. One that is pressed is in hand: the tray ticks it in the form for the element
 * that is chosen. Each fact says in the paper to which elements it is given.
 */
export function giveFacts(form: HTMLFormElement, tray: HTMLElement) {
  const facts = [...form.querySelectorAll<HTMLElement>('.dossier-papers .fact')]
  const [first] = tray.querySelectorAll<HTMLInputElement>('[name=side]')
  if (first) first.checked = true
  const hand = new Hand(form, tray, facts)
  for (const [place, fact] of facts.entries()) {
    fact.role = 'button'
    fact.tabIndex = place === 0 ? 0 : -1
    fact.addEventListener('click', () => hand.take(fact))
    fact.addEventListener('keydown', (event) => onKey(event, fact, facts, hand))
  }
  tray.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('button')
    if (button?.dataset.give) hand.give(button.dataset.give)
    else if (button) hand.leave()
  })
  tray.addEventListener('change', () => hand.show())
  tray.addEventListener('keydown', ({ key }) => key === 'Escape' && hand.leave())
  form.addEventListener('change', () => hand.show())
  const hint = form.querySelector<HTMLElement>('[data-give-hint]')
  if (hint) hint.hidden = false
  hand.show()
}

function onKey(event: KeyboardEvent, fact: HTMLElement, facts: readonly HTMLElement[], hand: Hand) {
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault()
    return hand.take(fact)
  }
  const step = STEPS[event.key]
  if (step === undefined) return
  event.preventDefault()
  const next = facts[Math.min(facts.length - 1, Math.max(0, facts.indexOf(fact) + step))]
  if (!next) return
  fact.tabIndex = -1
  next.tabIndex = 0
  next.focus()
}

/** The fact that is in hand, if any. */
class Hand {
  private fact: HTMLElement | null = null
  private readonly buttons: HTMLButtonElement[]

  constructor(
    private readonly form: HTMLFormElement,
    private readonly tray: HTMLElement,
    private readonly facts: readonly HTMLElement[],
  ) {
    this.buttons = [...tray.querySelectorAll<HTMLButtonElement>('[data-give]')]
  }

  take(fact: HTMLElement) {
    this.fact = fact
    const words = this.tray.querySelector('[data-hand]')
    if (words) words.textContent = wordsOf(fact)
    this.tray.hidden = false
    this.show()
    // The tray stands over the lower part of the window.
    if (fact.getBoundingClientRect().bottom > this.tray.getBoundingClientRect().top) {
      fact.scrollIntoView({ block: 'center' })
    }
    this.buttons[0]?.focus({ preventScroll: true })
  }

  leave() {
    const fact = this.fact
    this.fact = null
    this.tray.hidden = true
    this.show()
    fact?.focus()
  }

  /** Ticks the fact for an element, or takes the tick away. A fact that supports an element does not contradict it. */
  give(element: string) {
    const [here, there] = this.side === 's' ? ['s', 'c'] : ['c', 's']
    const tick = this.tick(element, here)
    if (!tick) return
    tick.checked = !tick.checked
    const other = this.tick(element, there)
    if (tick.checked && other) other.checked = false
    for (let fold = tick.closest('details'); fold && !fold.classList.contains('element'); ) {
      fold.open ||= tick.checked
      fold = fold.parentElement?.closest('details') ?? null
    }
    tick.dispatchEvent(new Event('change', { bubbles: true }))
  }

  /** Shows which fact is in hand, and to what each one is given. */
  show() {
    for (const button of this.buttons) {
      const { give = '' } = button.dataset
      button.ariaPressed = `${this.fact !== null && this.tick(give, this.side)?.checked === true}`
    }
    for (const fact of this.facts) {
      fact.ariaPressed = `${fact === this.fact}`
      label(fact).textContent = this.givenTo(fact)
    }
  }

  private givenTo(fact: HTMLElement): string {
    const names = this.buttons.flatMap(({ dataset: { give = '' }, textContent }) => {
      if (this.tick(give, 's', fact)?.checked) return [`${textContent}`]
      return this.tick(give, 'c', fact)?.checked ? [`${this.tray.dataset.against} ${textContent}`] : []
    })
    return names.join(' · ')
  }

  private get side(): string {
    return this.tray.querySelector<HTMLInputElement>('[name=side]:checked')?.value ?? 's'
  }

  private tick(element: string, side: string, fact = this.fact): HTMLInputElement | null {
    return this.form.querySelector(`input[name="${element}.${side}"][value="${fact?.id}"]`)
  }
}

/** The words of a fact, without its number. */
function wordsOf(fact: HTMLElement): string {
  const words = fact.cloneNode(true) as HTMLElement
  for (const part of words.querySelectorAll('.fact-no, .given')) part.remove()
  return words.textContent?.trim() ?? ''
}

/** Where a fact says to what it is given; made when first needed. */
function label(fact: HTMLElement): Element {
  const found = fact.querySelector('.given')
  if (found) return found
  const made = document.createElement('small')
  made.className = 'given'
  fact.append(made)
  return made
}
