const { SuperOfficeApi } = require('./dist/credentials/SuperOfficeApi.credentials.js');
const { SuperOffice } = require('./dist/nodes/SuperOffice/SuperOffice.node.js');

module.exports = { SuperOffice, SuperOfficeApi };
