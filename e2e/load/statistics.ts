// Figures from samples. In: numbers. Out: quantiles, medians, a Markdown table. Keeps: an absent
// figure is shown as absent, never as zero.

export function quantile(samples: readonly number[], share: number): number {
  const sorted = Float64Array.from(samples).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5)

export function shown(value: number | string | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–'
  if (typeof value === 'string') return value
  if (Number.isInteger(value) || Math.abs(value) >= 100) return value.toFixed(0)
  return value.toFixed(Math.abs(value) >= 1 ? 1 : 3)
}

export type Figures = Readonly<Record<string, number | string>>

export function table(rows: readonly Figures[]): string {
  const columns = Object.keys(rows[0] ?? {})
  const cells = [columns, ...rows.map((row) => columns.map((column) => shown(row[column])))]
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => row[i]!.length)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  return [line(columns), rule, ...cells.slice(1).map(line)].join('\n')
}

/** Rows with equal `keys` become one: the median of every figure. */
export function medians(rows: readonly Figures[], keys: readonly string[]): Figures[] {
  const groups = Map.groupBy(rows, (row) => keys.map((key) => row[key]).join('\0'))
  return [...groups.values()].map((group) =>
    Object.fromEntries(
      Object.entries(group[0]!).map(([key, value]) => {
        if (keys.includes(key) || typeof value === 'string') return [key, value]
        return [key, median(group.map((row) => Number(row[key])))]
      }),
    ),
  )
}
