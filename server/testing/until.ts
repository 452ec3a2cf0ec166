// Waiting in tests for what must come about. In: a condition. Out: resolved when it holds. Keeps: no
// test depends on how fast the machine is; what never comes about fails with a sentence.

const waitMsMax = 20_000
const pollMs = 5

export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + waitMsMax
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('it did not come about in time')
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}
