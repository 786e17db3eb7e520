// A module of ours that holds nothing but large tables, as the bundle carries it: evaluated when building, and packed.
const { transformSync } = require('esbuild');
const { packedModule } = require('./pack.cjs');

module.exports = function load(source) {
  const { code } = transformSync(source, { loader: 'ts', format: 'cjs' });
  const module = { exports: {} };
  new Function('module', 'exports', code)(module, module.exports);
  return packedModule({ ...module.exports });
};
