/** Runs what a command does; when it cannot, says why in a sentence and ends with 1. */
export async function exitOnRefusal(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
}
