#!/bin/sh
# Made the files beside it with OpenSSL 3 and a certificate that was thrown away: the same small invoice in each
# form of a .p7m file. Run it in an empty folder; the keys differ each time, the content does not.
set -e
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 3650 -subj '/CN=Prova'
sign() { openssl cms -sign -binary -signer cert.pem -inkey key.pem "$@"; }
sign -nodetach -in invoice.xml -outform DER -out der.p7m
sign -nodetach -in invoice.xml -outform PEM -out pem.p7m
sign -nodetach -in invoice.xml -outform SMIME -out smime.p7m
sign -nodetach -stream -indef -in invoice.xml -outform DER -out ber.p7m
sign -in invoice.xml -outform DER -out signature-alone.p7m
sign -nodetach -in der.p7m -outform DER -out nested.p7m
openssl cms -encrypt -binary -in invoice.xml -outform DER -out encrypted.p7m cert.pem
for form in der ber signature-alone nested encrypted; do openssl base64 -in $form.p7m -out $form.p7m.b64; done
rm key.pem cert.pem
