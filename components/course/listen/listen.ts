import { BLANKED } from '../../shell/tab-history'
import { chooseVoice } from './choose-voice'
import { type ReadingState, readAloud } from './read-aloud'
import { type SpokenBlock, spokenBlocks } from './spoken-blocks'

/** The words of the buttons. */
export type ListenTexts = { listen: string; pause: string; resume: string; stop: string; note: string }

/**
 * Offers to have each section of the lesson read by a voice of the device itself. Without such a voice for the language
 * of the page there is no button: a sentence must never leave the device.
 */
export function listen(main: Element, texts: ListenTexts): void {
  if (!('speechSynthesis' in window)) return
  const synth = window.speechSynthesis
  const language = document.documentElement.lang
  const stops: (() => void)[] = []
  const stopAll = () => {
    for (const stop of stops) stop()
  }
  const offer = () => {
    if (stops.length > 0 || !chooseVoice(synth.getVoices(), language)) return
    for (const heading of main.querySelectorAll<HTMLElement>('.lesson .block h2')) {
      const blocks = spokenBlocks(heading, language)
      if (blocks.length > 1) stops.push(addButtons(heading, blocks, texts, language, stopAll))
    }
    main.querySelector('.listen')?.append(note(texts.note))
  }
  // The reader may have left the page before this one while it was being read aloud.
  synth.cancel()
  addEventListener('pagehide', stopAll)
  addEventListener(BLANKED, stopAll)
  offer()
  // Many browsers learn which voices there are only after the page has loaded.
  synth.addEventListener?.('voiceschanged', offer)
}

/** @returns a function that stops the reading of this section. */
function addButtons(
  heading: HTMLElement,
  blocks: readonly SpokenBlock[],
  texts: ListenTexts,
  language: string,
  stopOthers: () => void,
): () => void {
  const main = button(texts.listen)
  const end = button(texts.stop)
  end.hidden = true
  const bar = document.createElement('p')
  bar.className = 'listen no-print'
  bar.append(main, end)
  heading.after(bar)

  let state: ReadingState = { status: 'idle' }
  const show = (next: ReadingState) => {
    mark(blocks, next)
    // The focus must not be lost when the pressed button is hidden.
    if (next.status === 'idle' && document.activeElement === end) main.focus()
    end.hidden = next.status === 'idle'
    main.textContent = { idle: texts.listen, playing: texts.pause, paused: texts.resume }[next.status]
    state = next
  }
  const reading = readAloud(blocks.length, engineOf(blocks, language), show)
  main.addEventListener('click', () => {
    if (state.status === 'idle') stopOthers()
    reading.toggle()
  })
  end.addEventListener('click', reading.stop)
  return () => {
    if (state.status !== 'idle') reading.stop()
  }
}

function engineOf(blocks: readonly SpokenBlock[], language: string) {
  const synth = window.speechSynthesis
  return {
    cancel: () => synth.cancel(),
    speak: (at: number, ended: () => void, failed: () => void) => {
      // The voices may have changed since the button was offered.
      const voice = chooseVoice(synth.getVoices(), language)
      if (!voice) return failed()
      const said = new SpeechSynthesisUtterance(blocks[at]?.words.replace(/\s+/g, ' ').trim())
      said.voice = voice
      said.lang = voice.lang
      said.onend = ended
      said.onerror = failed
      synth.speak(said)
    },
  }
}

/** Marks the block that is being read, and brings it into view. */
function mark(blocks: readonly SpokenBlock[], state: ReadingState): void {
  for (const { block } of blocks) block.classList.remove('read-aloud')
  if (state.status === 'idle') return
  const block = blocks[state.at]?.block
  block?.classList.add('read-aloud')
  if (state.status === 'playing') block?.scrollIntoView({ block: 'nearest' })
}

function button(words: string): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'btn'
  made.textContent = words
  return made
}

function note(words: string): HTMLElement {
  const made = document.createElement('span')
  made.className = 'sm muted'
  made.textContent = words
  return made
}
