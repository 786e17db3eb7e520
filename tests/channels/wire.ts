import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { HttpRequest, HttpResponse } from '../../host';
import { type Arrived, webhookPath } from './protocols.cjs';

/** Telegram and Google Chat on a port of this machine, and the way there for the host. */
export interface Wire {
  base: string;
  webhook: string;
  /** For `HostOptions.network`: waits for the answer. */
  network(request: HttpRequest): HttpResponse;
  /** Does something in the app, and tells how things stand. */
  act(name: string, args?: unknown): Arrived;
  close(): Promise<void>;
}

export async function openWire(): Promise<Wire> {
  const server = new Worker(join(__dirname, 'server.cjs'));
  const port = await new Promise<number>((resolve, reject) => {
    server.once('message', (message: { port: number }) => resolve(message.port));
    server.once('error', reject);
  });
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const client = new Worker(join(__dirname, 'network.mjs'), {
    workerData: { port: port2, signal },
    transferList: [port2],
  });
  const base = `http://127.0.0.1:${port}`;
  return {
    base,
    webhook: `${base}${webhookPath}`,
    network(request) {
      Atomics.store(signal, 0, 0);
      port1.postMessage(request);
      Atomics.wait(signal, 0, 0, 10_000);
      const reply = receiveMessageOnPort(port1)?.message as (HttpResponse & { fault?: string }) | undefined;
      if (!reply || reply.fault) throw new Error(`Address unavailable: ${request.url}`);
      return reply;
    },
    act(name, args) {
      const { port1: here, port2: there } = new MessageChannel();
      const ready = new Int32Array(new SharedArrayBuffer(4));
      server.postMessage({ port: there, name, args }, [there]);
      for (let tries = 0; tries < 1000; tries++) {
        const reply = receiveMessageOnPort(here);
        if (reply) return reply.message as Arrived;
        Atomics.wait(ready, 0, 0, 5);
      }
      throw new Error('The server does not answer.');
    },
    async close() {
      await Promise.all([server.terminate(), client.terminate()]);
    },
  };
}
