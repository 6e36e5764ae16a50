package org.tongban.testkit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Gets proofs of phones and mailboxes as people do: by a code that they read in a message. */
public final class Proofs {
    private static final String CODES = "/api/platform/v1/codes";

    private Proofs() {}

    /**
     * A proof that whoever calls holds this phone.
     *
     * @param api the caller, signed in or not
     * @param phone in E.164
     */
    public static String ofPhone(Tongban tongban, Api api, String realm, String purpose, String phone) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("realm", realm)
                .put("purpose", purpose)
                .put("phone", phone);
        body.set("captcha", tongban.solvedCaptcha());
        return proof(tongban, api, api.post(CODES, body).json().path("id").asText(), phone);
    }

    /** A proof that whoever calls reads this mailbox. */
    public static String ofMailbox(Tongban tongban, Api api, String realm, String purpose, String address) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("realm", realm)
                .put("purpose", purpose)
                .put("email", address);
        return proof(tongban, api, api.post(CODES, body).json().path("id").asText(), address);
    }

    /** The proof for a code that has been sent. */
    public static String proof(Tongban tongban, Api api, String code, String to) {
        return api.post(
                        CODES + "/" + code + "/verification",
                        JsonNodeFactory.instance.objectNode().put("code", tongban.codeSentTo(to)))
                .json()
                .path("proof")
                .asText();
    }
}
