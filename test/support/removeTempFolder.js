module.exports = require('./tempFolder.js').remove;
