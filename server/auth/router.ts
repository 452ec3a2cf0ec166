// The door of one's own account. In: tRPC calls. Out: views; the cookie. Keeps: what anyone may ask
// (sign in, who am I, what is this link for) tells nothing about others.

import { z } from 'zod'
import { languages } from '#shared/i18n/languages.ts'
import { open, router, signedIn } from '../trpc/procedures.ts'
import { answer } from '../trpc/refused.ts'
import type { Ask } from '../trpc/context.ts'
import * as commands from './commands.ts'
import type { From } from './acts/begin-login.ts'
import * as queries from './queries.ts'
import { useLink } from './use-link.ts'
import type { HubView, Me } from './views.ts'

const textSchema = z.string().max(1_000)
const passwordSchema = z.string().max(4_000) // the rule itself is password-rule.ts
const tokenSchema = z.string().max(200)
const languageSchema = z.enum(languages)
const linkSchema = z.object({
  token: tokenSchema,
  password: passwordSchema,
  name: textSchema.optional(),
  email: textSchema.optional(),
  language: languageSchema.optional(),
})

const from = (ctx: Ask): From => ({ agent: ctx.agent, address: ctx.address, previous: ctx.who })

export const authRouter = router({
  hub: open.query(async ({ ctx }): Promise<HubView> => {
    return { demo: ctx.demo, setUp: await queries.isSetUp(ctx.world.store.read) }
  }),

  signIn: open
    .input(z.object({ email: textSchema, password: passwordSchema }))
    .mutation(async ({ ctx, input }) => {
      const { account, cookie } = answer(
        await commands.signIn(ctx.world, ctx.auth, input, from(ctx)),
      )
      ctx.setCookie(cookie)
      return queries.me(ctx.world.store.read, account)
    }),

  signOut: open.mutation(async ({ ctx }) => {
    if (ctx.who) await commands.signOut(ctx.world, ctx.who)
    ctx.setCookie(ctx.auth.logins.blankCookie)
    return { signedOut: true }
  }),

  me: open.query(async ({ ctx }): Promise<Me | null> => {
    return ctx.who && queries.me(ctx.world.store.read, ctx.who.account)
  }),

  setLanguage: signedIn
    .input(z.object({ language: languageSchema }))
    .mutation(async ({ ctx, input }) => {
      await commands.setLanguage(ctx.world, ctx.who, input.language)
      return { language: input.language }
    }),

  logins: signedIn.query(({ ctx }) => {
    const { account, login } = ctx.who
    return queries.logins(ctx.world.store.read, account, login, ctx.world.clock.now())
  }),

  revokeLogin: signedIn.input(z.object({ key: tokenSchema })).mutation(async ({ ctx, input }) => {
    answer(await commands.revokeLogin(ctx.world, ctx.who, input.key))
    return { revoked: true }
  }),

  revokeOtherLogins: signedIn.mutation(async ({ ctx }) => {
    return { revoked: answer(await commands.revokeOtherLogins(ctx.world, ctx.who)) }
  }),

  link: open.input(z.object({ token: tokenSchema })).query(async ({ ctx, input }) => {
    const { store, clock } = ctx.world
    return answer(await queries.linkView(store.read, input.token, clock.now()))
  }),

  useLink: open.input(linkSchema).mutation(async ({ ctx, input }) => {
    const { account, cookie } = answer(await useLink(ctx.world, ctx.auth, input, from(ctx)))
    ctx.setCookie(cookie)
    return queries.me(ctx.world.store.read, account)
  }),
})
