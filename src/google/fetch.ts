import type { Fetch } from '../jobs/ports';

/** Requests over https. Left out of the bundle when no connection needs it. */
export const fetchJson: Fetch | undefined = ({ url, method, body }) => {
  const response = UrlFetchApp.fetch(url, {
    method,
    muteHttpExceptions: true,
    ...(body === undefined ? {} : { contentType: 'application/json; charset=utf-8', payload: JSON.stringify(body) }),
  });
  return { status: response.getResponseCode(), text: response.getContentText() };
};
