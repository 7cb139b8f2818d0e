// n8n finds the nodes and credentials through the "n8n" field of package.json; a package still
// needs an entry point that can be required.
module.exports = {};
