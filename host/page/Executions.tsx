import type { ExecutionView } from '../serve/protocol';
import { clockText, durationText } from './texts';

interface ExecutionsProps {
  list: ExecutionView[];
  timeZone: string;
  onClose(): void;
}

/** What ran, what it cost, and what it logged: the newest first. */
export function Executions({ list, timeZone, onClose }: ExecutionsProps) {
  return (
    <aside className="drawer" aria-label="Executions">
      <div className="drawer-head">
        <h2>Executions</h2>
        <button type="button" className="close" aria-label="Close" onClick={onClose}>
          ×
        </button>
      </div>
      {list.length === 0 && <p className="empty">Nothing has run yet.</p>}
      <ol>
        {[...list].reverse().map((execution) => (
          <Execution key={execution.id} execution={execution} timeZone={timeZone} />
        ))}
      </ol>
    </aside>
  );
}

function Execution({ execution, timeZone }: { execution: ExecutionView; timeZone: string }) {
  const { functionName, startedBy, at, ok, error, calls, cellsRead, cellsWritten, modelledMs, cpuMs, log } = execution;
  return (
    <li className={ok ? 'good' : 'bad'}>
      <div className="execution-head">
        <b>{functionName}</b> <span>{startedBy}</span> <time>{clockText(at, timeZone)}</time>
      </div>
      <div className="cost">
        {calls} calls · {cellsRead} cells read · {cellsWritten} written · {durationText(modelledMs)} at Google ·{' '}
        {durationText(cpuMs)} here
      </div>
      {error && <div className="error">{error}</div>}
      {log.length > 0 && <pre>{log.join('\n')}</pre>}
    </li>
  );
}
