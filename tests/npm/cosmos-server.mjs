// The npm Cosmos DB server over plain HTTP on a free port, which it prints; ends when its standard input does.
import cosmos from "@vercel/cosmosdb-server";

const server = cosmos.createHttpServer();
// Its own command line closes each connection: sixty times slower.
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
