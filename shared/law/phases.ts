// Where a document stands (DESIGN §4). In: a phase. Out: what may follow it. Keeps: a text never goes
// back from adoption (N10).

export const phases = ['drafting', 'negotiating', 'final', 'adopted', 'withdrawn'] as const
export type Phase = (typeof phases)[number]

const following: Record<Phase, readonly Phase[]> = {
  drafting: ['negotiating', 'withdrawn'],
  negotiating: ['final', 'withdrawn'],
  final: ['negotiating', 'adopted', 'withdrawn'],
  adopted: [],
  withdrawn: [],
}

export const mayFollow = (from: Phase, to: Phase): boolean => following[from].includes(to)
