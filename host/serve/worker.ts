import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { Inbox } from './person-port';
import { Session } from './session';
import type { SessionOptions } from './session-messages';

const { options, inbox, signal } = workerData as { options: SessionOptions; inbox: MessagePort; signal: Int32Array };

new Session(options, new Inbox(inbox, signal), (message) => parentPort?.postMessage(message));
