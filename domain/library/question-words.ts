/**
 * Words that make a sentence a question and do not describe what is searched, in the form in which `searchTokens`
 * returns them. They are removed from queries only, not from texts.
 */
const QUESTION_WORDS: ReadonlySet<string> = new Set(
  [
    'what how when where why whom whose does do did can could should would must will shall i me my we our you your he she they them there if about get has have had was were been not no any',
    'quel quelle quels quelles combien comment quand pourquoi quoi ou peut peux peuvent on doit doivent faut il elle je j ai a si y t cas lorsque quelqu quelqu un celui celle ceux me mon ma mes nous vous leur leurs etre avoir fait faire fois encore alors est bout',
    'هل ماذا متي اين كيف كم لماذا ماهي ماهو ايه ايها يمكن يجب ينبغي اذا لو عندما حين حول بشان حاله كان كانت يكون تكون',
    'واش شنو شكون شحال فين كيفاش علاش فاش ديال ديالي ديالها ديالهم لي اللي باش ف فال حيت كاين كاينه هاد هادي ليه ليها عليه واحد شي',
  ].flatMap((words) => words.split(' ')),
)

export function isQuestionWord(token: string): boolean {
  return QUESTION_WORDS.has(token)
}
