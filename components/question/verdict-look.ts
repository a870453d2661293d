import { CircleCheck, CircleMinus, CircleX, type IconNode } from 'lucide'
import type { Verdict } from '@/domain/question/verdict'

/** The icon and colour of a verdict; its word is under `practice.…`. */
export const VERDICT_LOOK: Record<Verdict, { icon: IconNode; tone: 'ok' | 'warn' | 'bad' }> = {
  correct: { icon: CircleCheck, tone: 'ok' },
  partly: { icon: CircleMinus, tone: 'warn' },
  incorrect: { icon: CircleX, tone: 'bad' },
}
