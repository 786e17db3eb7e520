/** Zone arithmetic of our realm: what it has learnt of a zone is shared by all runs, where a fresh realm would ask Intl anew. */
import { port } from './realm';

export const zoneOffset = (zone: string, instant: number): number => port.ops.zoneOffset(zone, instant);
export const wallToInstant = (zone: string, wall: number): number => port.ops.wallToInstant(zone, wall);
export const serialToInstant = (zone: string, serial: number): number => port.ops.serialToInstant(zone, serial);
export const instantToSerial = (zone: string, instant: number): number => port.ops.instantToSerial(zone, instant);
