import { createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { smtpSender } from '@/lib/server/outbox/smtp'

interface Received {
  from: string
  to: string
  data: string
}

let server: Server | undefined
afterEach(() => server?.close())

/** As much of a mail server as a client needs; it knows no address at nowhere.example. */
function mailServer(received: Received[]): Promise<number> {
  server = createServer((socket) => {
    const mail: Received = { from: '', to: '', data: '' }
    let reading = false
    socket.setEncoding('utf8')
    socket.write('220 test\r\n')
    socket.on('data', (chunk: string) => {
      for (const line of chunk.split('\r\n').slice(0, -1)) {
        if (reading) {
          if (line !== '.') mail.data += `${line}\n`
          else {
            reading = false
            received.push(mail)
            socket.write('250 taken\r\n')
          }
        } else if (/^EHLO/.test(line)) socket.write('250-test\r\n250 8BITMIME\r\n')
        else if (/^MAIL FROM/.test(line)) {
          mail.from = line
          socket.write('250 ok\r\n')
        } else if (/^RCPT TO/.test(line)) {
          mail.to = line
          socket.write(line.includes('nowhere') ? '550 no such user\r\n' : '250 ok\r\n')
        } else if (line === 'DATA') {
          reading = true
          socket.write('354 go on\r\n')
        } else socket.write('221 bye\r\n')
      }
    })
  })
  return new Promise((resolve) => {
    server?.listen(0, '127.0.0.1', () => {
      const address = server?.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
}

function decoded({ data }: Received): string {
  const [, body = ''] = data.split(/\n\n(.*)/s)
  if (/base64/i.test(data)) return Buffer.from(body, 'base64').toString('utf8')
  const bytes = body.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

test('a mail arrives as it was written, from the site', async () => {
  const received: Received[] = []
  const port = await mailServer(received)
  const send = smtpSender(`smtp://127.0.0.1:${port}`, 'https://xueshi.example.cn')
  await send({
    to: 'zhang@example.com',
    subject: '请确认您的异议 / Please confirm',
    text: '张𬭎，您好。\n\n.\nhttps://xueshi.example.cn/board',
  })
  const [mail] = received
  expect(mail?.from).toContain('<no-reply@xueshi.example.cn>')
  expect(mail?.to).toContain('<zhang@example.com>')
  expect(mail && decoded(mail)).toContain('张𬭎，您好。')
  expect(mail && decoded(mail)).toContain('https://xueshi.example.cn/board')
})

test('a server that refuses and a server that is not there say so by code', async () => {
  const port = await mailServer([])
  const send = smtpSender(`smtp://127.0.0.1:${port}`, 'https://xueshi.example.cn')
  await expect(send({ to: 'nobody@nowhere.example', subject: 's', text: 't' })).rejects.toMatchObject({
    code: 'EENVELOPE',
    responseCode: 550,
  })
  const nobody = smtpSender('smtp://127.0.0.1:1', 'https://xueshi.example.cn')
  await expect(nobody({ to: 'a@example.com', subject: 's', text: 't' })).rejects.toMatchObject({ code: 'ESOCKET' })
})
