package org.tongban.core.message.provider;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** ACS3-HMAC-SHA256, the signature (V3) of Aliyun's API, for requests without a body. */
record AliyunSignature(String accessKeyId, String accessKeySecret) {
    private static final String ALGORITHM = "ACS3-HMAC-SHA256";
    static final String NO_BODY = Signing.sha256(new byte[0]);

    /**
     * The header {@code Authorization} of a POST to {@code /}.
     *
     * @param query the parameters, each in clear
     * @param headers the signed ones by their names in lower case: host and all of {@code x-acs-}
     */
    String authorization(Map<String, String> query, SortedMap<String, String> headers) {
        var signed = String.join(";", headers.keySet());
        var request = "POST\n/\n" + query(query) + "\n"
                + headers.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
                        .collect(Collectors.joining())
                + "\n" + signed + "\n" + NO_BODY;
        var toSign = ALGORITHM + "\n" + Signing.sha256(Signing.utf8(request));
        return "%s Credential=%s,SignedHeaders=%s,Signature=%s"
                .formatted(
                        ALGORITHM,
                        accessKeyId,
                        signed,
                        Signing.hex(Signing.hmac(Signing.utf8(accessKeySecret), toSign)));
    }

    /** The canonical query, which is sent as it is signed. */
    static String query(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** RFC 3986, of which Java's form encoding differs in three characters. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
