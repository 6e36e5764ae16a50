package org.tongban.core.lostphone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;
import org.tongban.trial.TrialModule;

/** The steps of who has lost a phone and of the officers who decide. */
final class LostPhoneSteps {
    static final String PLATFORM = "/api/platform/v1";
    static final String PATH = PLATFORM + "/realms/" + TrialModule.REACHABLE + "/lost-phones";
    static final String UPLOAD = PLATFORM + "/public/files?slot=platform/account-proof";
    static final String OFFICER = "account-officer";
    static final byte[] PDF =
            "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private LostPhoneSteps() {}

    static String proof(Tongban tongban, String phone) {
        return Proofs.ofPhone(tongban, tongban.anonymous(), TrialModule.REACHABLE, "lost-phone", phone);
    }

    static Answer uploaded(Tongban tongban, String proof) {
        return tongban.anonymous().with("Code-Proof", proof).bytes("POST", UPLOAD, PDF, "application/pdf");
    }

    static ObjectNode form(Tongban tongban, String account, String phone) {
        var proof = proof(tongban, phone);
        var uploaded = uploaded(tongban, proof);
        assertThat(uploaded.status()).as(uploaded.toString()).isEqualTo(201);
        var form = JsonNodeFactory.instance
                .objectNode()
                .put("account", account)
                .put("newPhone", phone.substring(3))
                .put("phoneProof", proof)
                .put("explanation", "原手机号已停机。");
        form.putArray("documents").add(uploaded.json().path("id").asText());
        return form;
    }

    static String asked(Tongban tongban, String account, String phone) {
        var answer = tongban.anonymous().post(PATH, form(tongban, account, phone));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer.json().path("id").asText();
    }

    /** Claims and decides what waits about a request. */
    static Answer decided(Api officer, String type, String request, String decision) {
        var waiting = officer.get(PLATFORM + "/reviews?limit=100").json().path("items");
        for (var item : waiting) {
            if (item.path("subject").asText().equals(request)
                    && item.path("type").asText().equals(type)) {
                var review = PLATFORM + "/reviews/" + item.path("id").asText();
                var claimed = officer.post(review + "/claim");
                return claimed.status() == 200 ? officer.post(review + "/decision", Api.json(decision)) : claimed;
            }
        }
        throw new AssertionError("nothing waits about " + request);
    }
}
