import { ScriptedUi } from '../../host';
import { run, table } from '../support/product';
import { followUp, MINUTE, office } from './office';
import { openWire, type Wire } from './wire';

describe('a space of Google Chat, over HTTP', () => {
  let wire: Wire;
  beforeEach(async () => {
    wire = await openWire();
  });
  afterEach(() => wire.close());

  const shop = (address = wire.webhook) => {
    const host = office([{ name: 'Ann', role: 'lead', told: 'chat' }], ['Zoe|*<Miller>'], { network: wire.network });
    host.ui = new ScriptedUi([`chat ${address}`]);
    run(host, 'setConnections');
    return host;
  };

  it('is greeted when it is connected, and told by name what is due', () => {
    const host = shop();
    host.advance(8 * MINUTE);
    const [hello, due] = wire.act('look').space;
    expect(hello.text).toContain('will be told here');
    expect(due.text).toMatch(
      /^\*Ann\*: .*\n\n\*Due\*\n• <https:\/\/docs\.google\.com\/\S+range=\d+:\d+\|Zoe +Miller *>\n {3}\+4420/,
    );
    expect(host.mails).toEqual([]);
    expect(followUp(host, table(host.book, 'followed-up')[0].Name)).toMatchObject({ Reminder: 'notified' });
  });

  it('is refused with Google’s words when the address is wrong', () => {
    const host = shop(wire.webhook.replace('key=AIza', 'key=other'));
    expect((host.ui as ScriptedUi).shown.at(-1)?.text).toContain('Google Chat answered 400: API key not valid');
    expect(host.state.properties[`user:${host.user}`]?.chat).toBeUndefined();
  });

  it('keeps its address out of cells and logs', () => {
    const host = shop();
    host.options.network = (request) => {
      throw new Error(`Address unavailable: ${request.url}`);
    };
    host.advance(10 * MINUTE);
    const log = table(host.book, 'system-log')
      .map(({ Message }) => Message)
      .join();
    expect(log).toContain('Address unavailable');
    expect(log).not.toContain('AIzaKey');
  });

  it('can be taken away again', () => {
    const host = shop();
    host.ui = new ScriptedUi(['chat off']);
    run(host, 'setConnections');
    host.advance(10 * MINUTE);
    expect(wire.act('look').space).toHaveLength(1);
    expect(run(host, 'showHealth')).toContain('Ann could not be told: no channel is open');
  });
});
