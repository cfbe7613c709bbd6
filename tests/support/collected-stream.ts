import { Writable } from 'node:stream'

/** A stream that keeps what is written to it, as text: for a command that a test runs in its own process. */
export class CollectedStream extends Writable {
  text = ''

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8')
    done()
  }
}
