// Loaded by n8n before itself: it collects its garbage when it gets SIGUSR2, so that its memory can be compared.
const v8 = require('node:v8');
const vm = require('node:vm');

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc');
process.on('SIGUSR2', () => collectGarbage());
