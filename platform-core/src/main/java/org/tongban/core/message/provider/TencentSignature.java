package org.tongban.core.message.provider;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;

/** TC3-HMAC-SHA256, the signature of Tencent Cloud's API 3.0, over content type and host. */
record TencentSignature(String secretId, String secretKey, String service) {
    private static final String ALGORITHM = "TC3-HMAC-SHA256";
    private static final String SIGNED = "content-type;host";

    /** The header {@code Authorization} of a POST to {@code /}. */
    String authorization(String contentType, String host, byte[] body, Instant moment) {
        var date = LocalDate.ofInstant(moment, UTC).toString();
        var scope = date + "/" + service + "/tc3_request";
        var request = String.join(
                "\n", "POST", "/", "", "content-type:" + contentType, "host:" + host, "", SIGNED, Signing.sha256(body));
        var toSign = String.join(
                "\n", ALGORITHM, Long.toString(moment.getEpochSecond()), scope, Signing.sha256(Signing.utf8(request)));
        var key = Signing.hmac(Signing.utf8("TC3" + secretKey), date);
        key = Signing.hmac(key, service);
        key = Signing.hmac(key, "tc3_request");
        return "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                .formatted(ALGORITHM, secretId, scope, SIGNED, Signing.hex(Signing.hmac(key, toSign)));
    }
}
