/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a process of the tests, never part of the package */
// What a test wants to have loaded before the nodes are.
const { N8N_ENGINE_PRELOAD: file } = process.env;
// eslint-disable-next-line @typescript-eslint/no-require-imports -- which file it is, is known at run time only
if (file) require(file);
