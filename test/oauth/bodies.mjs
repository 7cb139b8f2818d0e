/** Reads a JSON body and hands it on as the form that OAuth servers know, Flinks aside. */
export async function jsonAsForm(ctx, next) {
	if (ctx.is('application/json')) {
		const chunks = [];
		for await (const chunk of ctx.req) chunks.push(chunk);
		const fields = JSON.parse(Buffer.concat(chunks).toString());
		ctx.req.headers['content-type'] = 'application/x-www-form-urlencoded';
		ctx.req.body = new URLSearchParams(fields).toString();
	}
	await next();
}
