// The door of documents. In: tRPC calls. Out: facts, views, ids. Keeps: N1: a stranger, or a seat
// that may not read a text, gets `not-found`; each procedure names the right it needs; words
// travel only as the input of `create` and `previewImport`.

import { z } from 'zod'
import { templateKeys } from '#shared/document/templates.ts'
import type { DocumentId } from '#shared/ids.ts'
import { languages } from '#shared/i18n/languages.ts'
import { idSchema, router, seated, signedIn } from '../trpc/procedures.ts'
import { answer } from '../trpc/refused.ts'
import * as commands from './commands.ts'
import * as queries from './queries.ts'

const documentSchema = z.object({ document: idSchema.transform((id) => id as DocumentId) })
const kindSchema = z.enum(['declaration', 'agenda', 'action plan', 'recommendations', 'report'])
const languageSchema = z.enum(languages)
// A text over its own bound is refused with the number (import.ts); this only bounds the work.
const textSchema = z.string()
const planSchema = z.object({
  title: z.string().max(10_000),
  kind: kindSchema,
  language: languageSchema,
  phase: z.enum(['drafting', 'negotiating']),
  shared: z.boolean().default(false),
  from: z.union([z.object({ template: z.enum(templateKeys) }), z.object({ text: textSchema })]),
})

export const documentsRouter = router({
  list: seated('see the process').query(({ ctx }) => queries.list(ctx.world.store.read, ctx.seat)),

  get: signedIn.input(documentSchema).query(async ({ ctx, input }) => {
    const { store, clock } = ctx.world
    const today = new Date(clock.now()).toISOString().slice(0, 10)
    return answer(await queries.get(store.read, ctx.who.account, input.document, today))
  }),

  templates: signedIn
    .input(z.object({ language: languageSchema }))
    .query(({ input }) => commands.templates(input.language)),

  previewImport: seated('create documents')
    .input(z.object({ text: textSchema, kind: kindSchema.default('declaration') }))
    .mutation(({ input }) => answer(commands.previewImport(input.text, input.kind))),

  create: seated('create documents')
    .input(planSchema)
    .mutation(async ({ ctx, input }) => answer(await commands.create(ctx.world, ctx.seat, input))),

  openNegotiation: signedIn.input(documentSchema).mutation(async ({ ctx, input }) => {
    const { world, collab, who } = ctx
    return answer(await commands.openNegotiation(world, collab.act, who.account, input.document))
  }),
})
