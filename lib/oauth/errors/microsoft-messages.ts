import type { Explanation, KnownMessage, Place } from './explanation'

/** Codes of Microsoft's sign-in, from its documentation of the AADSTS errors. */
export const microsoftMessages: readonly KnownMessage[] = [
  row(
    '700016',
    'The client is not registered in this tenant.',
    'service',
    'Compare client ID and tenant: a client for one organization needs its ID in place of "common".',
  ),
  row(
    '7000215',
    'The client secret is wrong; often its ID was copied in place of its value.',
    'settings',
    'Create a new secret and copy the column "Value", which is shown once.',
  ),
  row(
    '7000222',
    'The client secret has expired.',
    'service',
    'Create a new one, enter it here and in Dify, and note its end.',
  ),
  row(
    '7000218',
    'The client is a web application and must send its secret.',
    'settings',
    'Set "Client sign-in" to "In the body" or "Basic header", or allow public client flows for the client.',
  ),
  row(
    '700025|90023',
    'The client is a public one and must not send a secret.',
    'service',
    'Register the redirect URI for the platform "Web", not for "Mobile and desktop".',
  ),
  row(
    '9002325|9002327|9002326',
    'The redirect URI is registered for a single-page application, whose tokens only a browser can get.',
    'service',
    'Delete it there and register it for the platform "Web".',
  ),
  row(
    '501481|50148',
    'The PKCE verifier is not the one whose challenge was sent.',
    'settings',
    'Start again in one tab. The challenge is base64url of SHA-256 without "=".',
  ),
  row('54005', 'The code was used before.', 'person', 'Start again: a code works once.'),
  row('70008', 'The code or the refresh token has expired.', 'person', 'Sign in again. A code works for ten minutes.'),
  row(
    '700082|700081|70043',
    'The refresh token was not used for too long, or the organization bounds the time of a sign-in.',
    'person',
    'Sign in again.',
  ),
  row('50173|50133|50132', 'The password was changed or the sign-ins were taken back.', 'person', 'Sign in again.'),
  row(
    '65001',
    'Nobody has agreed to these scopes for this client.',
    'person',
    'Set prompt to "consent" and sign in again, or let an admin agree for everybody.',
  ),
  row('65004', 'The person did not agree.', 'person', 'Sign in again and agree.'),
  row(
    '90094|90095|90093',
    'Only an admin may agree to these scopes.',
    'service',
    'Let an admin agree for the organization (API permissions, "Grant admin consent"), or ask for fewer scopes.',
  ),
  row(
    '650053|70011|28002|28003|1002012',
    'A scope does not exist at this API, or scopes of several APIs were mixed.',
    'settings',
    'Compare the scopes with the API’s: one request may name the scopes of one API, beside openid, profile, email and offline_access.',
  ),
  row(
    '500011|650052',
    'The API is not known in this tenant, or the organization has not subscribed to it.',
    'settings',
    'Compare resource and scopes, and whether the tenant uses that service.',
  ),
  row(
    '50194|9001023',
    'The client is for one organization, but "common" was asked.',
    'settings',
    'Put the ID of the tenant into the addresses, or open the client to several organizations.',
  ),
  row(
    '50020|50034|51004',
    'This account does not belong to the tenant.',
    'person',
    'Sign in with an account of the tenant, or use "common" with a client that is open to all.',
  ),
  row('90002|900023|90013', 'There is no such tenant.', 'settings', 'Enter the ID or a domain of the tenant.'),
  row(
    '50105',
    'The client lets in assigned people only, and this one is not.',
    'service',
    'Assign the person (Enterprise applications, "Users and groups"), or require no assignment.',
  ),
  row(
    '50076|50079|50074|50072',
    'A second factor is required.',
    'person',
    'Sign in again and give the second factor; a refresh cannot.',
  ),
  row(
    '53000|53001|53002|53003|53004|530003',
    'A conditional access policy blocks this sign-in.',
    'service',
    'An admin must exempt the client, or the person use a managed device.',
  ),
  row(
    '7000112|700054',
    'The client is disabled, or does not permit this answer.',
    'service',
    'Enable the client and its authorization code flow.',
  ),
  row(
    '900144|9002313|90014',
    'The request is malformed or lacks a parameter.',
    'settings',
    'Read the description: it names the parameter. Switch the body to form: Microsoft reads no JSON.',
  ),
  row(
    '50058|16000|16001',
    'Nobody is signed in, or several accounts are.',
    'person',
    'Set prompt to "select_account".',
  ),
  row(
    '70000',
    'The code or the refresh token is not valid for this client.',
    'person',
    'Sign in again, with the same client ID, redirect URI and scopes at both requests.',
  ),
  row(
    '700027|700024',
    'A signed assertion was refused.',
    'service',
    'Use a client secret: assertions by certificate are not supported here.',
  ),
]

function row(codes: string, cause: Explanation['cause'], where: Place, remedy: Explanation['remedy']): KnownMessage {
  return { words: new RegExp(`aadsts(?:${codes})\\b`), cause, remedy, where }
}
