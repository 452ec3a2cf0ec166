// Two people share one browser: Brazil signs out, Chile signs in, with both tabs open. Keeps:
// neither reads the other's unsent words; signing out warns first, then erases them.

import { type Person, expect, test } from './people.ts'
import { declaration } from './scene.ts'
import { textOn } from './text.ts'
import { signsInByHand, signsOutByHand } from './screens.ts'

/** Everything this device keeps, as one string. */
async function keptOnDevice({ page }: Person): Promise<string> {
  return page.evaluate(async () => {
    const found: unknown[] = [{ ...localStorage }, { ...sessionStorage }]
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name!)
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error))
      })
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          const request = database.transaction(store).objectStore(store).getAll()
          request.addEventListener('success', () => resolve(request.result))
          request.addEventListener('error', () => reject(request.error))
        })
        found.push(rows)
      }
      database.close()
    }
    const asText = (_: string, value: unknown) =>
      value instanceof Uint8Array || value instanceof ArrayBuffer
        ? new TextDecoder().decode(value as Uint8Array<ArrayBuffer>)
        : value
    return JSON.stringify(found, asText)
  })
}

test('br signs out and cl signs in with both tabs open: neither reads the other’s unsent words', async ({
  meet,
  cable,
}) => {
  const [br, chair] = [await meet('br@csm.demo', cable), await meet('chair@csm.demo')]
  const place = await declaration(chair, ['A shared computer.'])
  const secret = 'instruction of Brasilia'
  const text = await br.opens(place)
  const { id } = await text.paragraphWith('computer')

  // Words that cannot leave: the text's own socket is cut, the pages still reach the hub.
  await text.caretAfter(id, 'shared')
  cable.cut('texts')
  await text.types(` ${secret}`)
  await expect(text.strip).toHaveAttribute('data-state', 'offline')
  expect(await keptOnDevice(br)).toContain('instruction')

  const second = await br.context.newPage()
  await signsOutByHand(second, true)
  await signsInByHand(second, 'cl@csm.demo')
  cable.mend()

  const ofChile = textOn(second, place)
  await ofChile.open()
  await expect(second.locator('body')).not.toContainText(secret)
  await expect(ofChile.drawer).not.toBeVisible()
  expect(await keptOnDevice(br)).not.toContain('instruction')

  // The first tab, still showing Brazil's page, neither sends nor shows them under Chile's login.
  await br.page.bringToFront()
  await br.page.reload()
  await expect(br.page.locator('body')).not.toContainText(secret)
  const ofTheChair = await chair.opens(place)
  expect(await ofTheChair.shown(id)).toBe('A shared computer.')
})
