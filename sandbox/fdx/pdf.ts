import PDFDocument from 'pdfkit';

import { displayName, type Account, type Customer, type Statement } from '../store/bank';

/** A statement of one page as a PDF file: who, which account, and the month's movements. */
export async function statementPdf(
	customer: Customer,
	account: Account,
	statement: Statement,
): Promise<Buffer> {
	const doc = new PDFDocument({
		size: 'LETTER',
		margin: 56,
		info: {
			Title: statement.description,
			Author: customer.provider.name,
			CreationDate: new Date(statement.date),
		},
	});
	const whole = collect(doc);
	doc.fontSize(20).text(customer.provider.name).moveDown(0.5);
	doc.fontSize(12).text(`${String(account.record.productName)}, ${statement.description}`);
	doc.text(`${displayName(customer)}, ${customer.address.line1}, ${customer.address.city}`);
	doc.text(`Account ${String(account.record.accountNumberDisplay)}`).moveDown();
	for (const line of linesOf(account, statement)) doc.fontSize(9).text(line);
	doc
		.moveDown()
		.fontSize(8)
		.text('From a sandbox. The bank, the customer and the amounts are invented.');
	doc.end();
	return await whole;
}

function linesOf(account: Account, { date }: Statement): string[] {
	const month = date.slice(0, 7);
	const lines = account.transactions
		.map(({ record }) => record)
		.filter((record) => String(record.postedTimestamp).startsWith(month))
		.slice(0, 40)
		.map((record) => {
			const sign = record.debitCreditMemo === 'CREDIT' ? '+' : '-';
			const amount = Number(record.amount).toFixed(2);
			return `${String(record.postedTimestamp).slice(0, 10)}   ${String(record.description)}   ${sign}${amount}`;
		});
	return lines.length > 0 ? lines : ['No movements in this period.'];
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		const parts: Buffer[] = [];
		doc.on('data', (part: Buffer) => parts.push(part));
		doc.on('end', () => resolve(Buffer.concat(parts)));
		doc.on('error', reject);
	});
}
