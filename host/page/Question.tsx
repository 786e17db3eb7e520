import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Answer, QuestionView } from '../serve/protocol';

interface QuestionProps {
  question: QuestionView;
  onAnswer(answer: Answer): void;
}

/** `ui.alert` and `ui.prompt`: the script waits for the answer. Closing the box answers `CLOSE`, as at Google. */
export function Question({ question, onAnswer }: QuestionProps) {
  const { id, kind, title, message, buttons } = question;
  const [text, setText] = useState('');
  const [sent, setSent] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, .main')?.focus(), []);
  const send = (button: string): void => {
    if (sent) return;
    setSent(true);
    onAnswer({ id, button, text });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send(buttons[0]);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    // The grid listens for keys too.
    event.stopPropagation();
    if (event.key === 'Escape') send('CLOSE');
  };
  return (
    <div className="veil">
      <form
        ref={form}
        className="question"
        role="alertdialog"
        aria-label={title || message}
        onSubmit={submit}
        onKeyDown={onKeyDown}
      >
        {title && <h2>{title}</h2>}
        <p>{message}</p>
        {kind === 'prompt' && (
          <input
            className="question-text"
            value={text}
            onChange={(event) => setText(event.target.value)}
            aria-label={message}
          />
        )}
        <div className="buttons">
          {buttons.map((button, index) => (
            <button
              key={button}
              type={index === 0 ? 'submit' : 'button'}
              className={index === 0 ? 'main' : ''}
              onClick={index === 0 ? undefined : () => send(button)}
            >
              {LABELS[button] ?? button}
            </button>
          ))}
        </div>
        <button type="button" className="close" aria-label="Close" onClick={() => send('CLOSE')}>
          ×
        </button>
      </form>
    </div>
  );
}

const LABELS: Record<string, string> = { OK: 'OK', CANCEL: 'Cancel', YES: 'Yes', NO: 'No' };
