import { afterEach, expect, it, vi } from 'vitest'
import { composeMail } from './compose-mail'
import { sendMail } from './mail'
import { startMailServer, type MailServer } from './test-mail'

let server: MailServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
  vi.restoreAllMocks()
})

const mail = {
  to: 'ben@example.org',
  ...composeMail({
    subject: 'Join <Saltmarsh>\r\nBcc: evil@example.com',
    before: ['Ada & Co invite you to <b>Saltmarsh</b>.'],
    link: { label: 'See the invitation', url: 'http://localhost:3000/join#abc' },
    after: ['The link works once.'],
  }),
}

it('hands a mail over as text and as HTML of the same words', async () => {
  server = await startMailServer()
  expect(await sendMail(mail, server)).toEqual({ ok: true })
  const [sent = ''] = server.mails
  expect(sent).toMatch(/^From: Plugwright <plugwright@example\.com>\r$/m)
  expect(sent).toMatch(/^To: ben@example\.org\r$/m)
  expect(sent).toContain('Ada & Co invite you to <b>Saltmarsh</b>.')
  expect(sent).toContain('Ada &amp; Co invite you to &lt;b&gt;Saltmarsh&lt;/b&gt;.')
  expect(sent.match(/http:\/\/localhost:3000\/join#abc/g)).toHaveLength(3)
})

it('has one subject and one receiver, whatever a name holds', async () => {
  server = await startMailServer()
  await sendMail(mail, server)
  expect(server.mails[0]).not.toMatch(/^Bcc:/im)
  expect(server.mails[0]).toMatch(/^Subject: Join <Saltmarsh> Bcc: evil@example\.com\r$/m)
})

it('signs in to the mail server', async () => {
  server = await startMailServer()
  const url = server.url.replace('smtp://', 'smtp://plugwright:right@')
  expect(await sendMail(mail, { ...server, url })).toEqual({ ok: true })
})

it('says that the mail server refused, and neither what it said nor its password', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  server = await startMailServer('secret of the mail server')
  expect(await sendMail(mail, server)).toEqual({ ok: false, reason: 'The mail server did not take the mail.' })
  const url = server.url.replace('smtp://', 'smtp://plugwright:wr0ng-pass@')
  expect(await sendMail(mail, { ...server, url })).toMatchObject({ ok: false })
  expect(log).toHaveBeenCalledTimes(2)
  expect(JSON.stringify(log.mock.calls)).not.toMatch(/secret of|wr0ng-pass|ben@example/)
  expect(log.mock.calls[1]?.[0]).toContain('EAUTH')
})

it('says so where no mail server answers, and where none is set up', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const closed = await startMailServer()
  await closed.close()
  expect(await sendMail(mail, closed)).toMatchObject({ ok: false })
  expect(await sendMail(mail, undefined)).toEqual({ ok: false, reason: 'No mail server is set up here.' })
})
