// `npm run bench`: figures, never assertions. In: which measurements (all when none is named) and a
// few numbers. Out: tables in Markdown. Keeps: every hub it starts is ended; with --url an already
// running demo hub is measured instead, without what needs a hub of one's own.
//
//   npm run bench -- fan-out saturation --clients 10,50 --seconds 4 --rounds 3
//   npm run bench -- fan-out --url http://localhost:3000

import { parseArgs } from 'node:util'
import { admission } from './admission.ts'
import { durability } from './durability.ts'
import { fanOut, saturation } from './fan-out.ts'
import { firstLetter, sizes } from './first-letter.ts'
import { join } from './join.ts'
import { type MeasuredHub, machine, measuredHub } from './measured.ts'
import { memory } from './memory.ts'
import { type Figures, table } from './statistics.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string' },
    clients: { type: 'string' },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    kills: { type: 'string', default: '10' },
    texts: { type: 'string', default: '200' },
    sizes: { type: 'string', default: '10000,100000,1000000' },
  },
})

const numbers = (text: string) => text.split(',').map(Number)
const measure = (clients: string) => ({
  clients: numbers(values.clients ?? clients),
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
})

interface Measurement {
  readonly title: string
  /** It kills or restarts its hub, or reads its memory. */
  readonly own?: true
  readonly run: (hub: MeasuredHub) => Promise<Figures[] | null> | Figures[]
}

const measurements: Record<string, Measurement> = {
  'fan-out': {
    title: 'Fan-out: 10 writers × 10 letters/s',
    run: (hub) => fanOut(hub, measure('10,50,100,200')),
  },
  saturation: {
    title: 'Saturation: the most letters/s with p99 < 250 ms and nothing lost, 10 writers',
    run: (hub) => saturation(hub, measure('50,200')),
  },
  join: {
    title: 'Join: handshake to the whole text',
    own: true,
    run: (hub) => join(hub, numbers(values.sizes), Number(values.rounds)),
  },
  memory: {
    title: 'Memory: open texts of 200 letters',
    own: true,
    run: (hub) => memory(hub, Number(values.texts)),
  },
  durability: {
    title: 'Durability: kill -9 while 5 writers × 20 letters/s type',
    own: true,
    run: (hub) => durability(hub, Number(values.kills)),
  },
  admission: { title: 'Admission: 50 paragraphs × 1,200 letters, 20 writers', run: admission },
  'first-letter': {
    title: 'A text’s address to the first paragraph on screen, empty cache',
    run: (hub) => firstLetter(hub, Number(values.rounds) * 3),
  },
  sizes: { title: 'What a page weighs, as sent', run: (hub) => sizes(hub) },
}

function running(url: string): MeasuredHub {
  const impossible = () => Promise.reject(new Error('this hub is not ours to stop'))
  const unknown = () => Number.NaN
  return {
    url,
    data: '',
    pid: () => 0,
    printed: () => '',
    dies: impossible,
    drains: impossible,
    comesBack: impossible,
    end: () => Promise.resolve(),
    cpu: unknown,
    memoryMb: unknown,
  }
}

const wanted = positionals.length > 0 ? positionals : Object.keys(measurements)
const unknown = wanted.filter((name) => !measurements[name])
if (unknown.length > 0) {
  console.error(
    `No measurement is called ${unknown.join(', ')}: ${Object.keys(measurements).join(', ')}.`,
  )
  process.exit(1)
}
console.log(`${new Date().toISOString().slice(0, 10)}, ${machine()}`)
for (const name of wanted) {
  const { title, own, run } = measurements[name]!
  console.log(`\n### ${title}\n`)
  if (own && values.url) {
    console.log('Left out: it needs a hub of its own.')
    continue
  }
  const hub = values.url ? running(values.url) : await measuredHub()
  try {
    const rows = await run(hub)
    console.log(rows ? table(rows) : 'Left out: no browser was found.')
  } finally {
    await hub.end()
  }
}
