/** The state of a reading: `at` is the block that is or will be read, counted from 0. */
export type ReadingState = { status: 'idle' } | { status: 'playing' | 'paused'; at: number }

type Engine = {
  /** Reads a block, then says that it ended or failed. */
  speak: (at: number, ended: () => void, failed: () => void) => void
  cancel: () => void
}

/**
 * Reads blocks one after the other. After a pause, the block is read again from its beginning, because several devices
 * cannot resume in the middle of a sentence.
 */
export function readAloud(blocks: number, engine: Engine, tell: (state: ReadingState) => void) {
  let at = 0
  let isPlaying = false
  // A cancelled block still reports its end, after the next one has begun: reports of another turn are ignored.
  let turn = 0

  function play() {
    if (at >= blocks) return stop()
    turn += 1
    const mine = turn
    isPlaying = true
    tell({ status: 'playing', at })
    const inTurn = (act: () => void) => () => {
      if (mine === turn) act()
    }
    engine.speak(
      at,
      inTurn(() => {
        at += 1
        play()
      }),
      inTurn(stop),
    )
  }

  function silence(): void {
    turn += 1
    isPlaying = false
    engine.cancel()
  }

  function stop(): void {
    silence()
    at = 0
    tell({ status: 'idle' })
  }

  function toggle() {
    if (!isPlaying) return play()
    silence()
    tell({ status: 'paused', at })
  }

  return { toggle, stop }
}
