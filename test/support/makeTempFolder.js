module.exports = require('./tempFolder.js').make;
