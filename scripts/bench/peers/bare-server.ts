import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { z } from 'zod';

/** The least a server can do: the same head and the same bytes to everybody, from memory. */
const [headFile = '', bodyFile = ''] = process.argv.slice(2);
const head = z.array(z.string()).parse(JSON.parse(readFileSync(headFile, 'utf8')));
const body = readFileSync(bodyFile);

createServer((_request, response) => {
  response.writeHead(200, head);
  response.end(body);
}).listen(Number(process.env.PORT), '127.0.0.1');
