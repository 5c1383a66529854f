import { practiceClients, practiceFailures } from '@/lib/oauth/practice'
import { settingsOf, type OAuthSettings } from '@/lib/oauth/settings'

/** A client of the practice provider, as the server gives it. */
export interface PracticeClient {
  settings: OAuthSettings
  clientSecret: string
}

export type PracticeSignIn = keyof typeof practiceClients

/** In the place of a failure: nothing goes wrong, and the consent page asks the person as that of a service does. */
export const askThePerson = 'ask'

/** What is tried with the practice provider: which of its clients, and what is to go wrong; '' for nothing. */
export interface PracticeChoice {
  signIn: PracticeSignIn
  failure: string
}

/** Settings and secret of the chosen client, the failure named in the address where it happens. */
export function practiceSettings(client: PracticeClient, { signIn, failure }: PracticeChoice): PracticeClient {
  const at = practiceFailures.find(({ id }) => id === failure)?.at
  const named = (url: string) => `${url}?failure=${failure}`
  const { authorizationUrl, tokenUrl } = client.settings
  return {
    settings: settingsOf({
      ...client.settings,
      clientId: practiceClients[signIn],
      clientAuthentication: signIn,
      authorizationUrl: at === 'authorization' ? named(authorizationUrl) : authorizationUrl,
      // Where it is about the person, nobody answers for them.
      authorizationParameters: ['denied', askThePerson].includes(failure)
        ? []
        : client.settings.authorizationParameters,
      tokenUrl: at === 'token' || at === 'refresh' ? named(tokenUrl) : tokenUrl,
    }),
    clientSecret: signIn === 'none' ? '' : client.clientSecret,
  }
}
