// Node names the ways a certificate can be bad in several dozen codes (its TLS documentation, "X509
// certificate error codes"); these are their common parts. Protocol errors of TLS are none of them.
const CERTIFICATE =
	/CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER|GET_CRL|DECRYPT|DECODE)|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|PATH_LENGTH_EXCEEDED|CRL_/;

/** Whether a network code says that the certificate of the server is not trusted. */
export function isCertificate(code: string): boolean {
	return CERTIFICATE.test(code.toUpperCase());
}
