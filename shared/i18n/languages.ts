// The five languages of the house. Labels, dates and plurals go by these tags everywhere.

export const languages = ['en', 'es', 'pt', 'fr', 'ru'] as const
export type Language = (typeof languages)[number]

export const languageNames: Record<Language, string> = {
  en: 'English',
  es: 'Español',
  pt: 'Português',
  fr: 'Français',
  ru: 'Русский',
}

export const isLanguage = (value: unknown): value is Language =>
  languages.includes(value as Language)
