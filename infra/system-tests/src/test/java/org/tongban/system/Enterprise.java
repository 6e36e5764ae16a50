package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.tongban.testkit.Api;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.SamplePdf;
import org.tongban.testkit.Tongban;

/**
 * An enterprise that registers by module-identity over HTTP, with its handler.
 *
 * @param uscc a valid code that no sample has
 * @param idNumber of its representative
 * @param handlerNumber of its handler
 * @param serial the last digits of its phones
 */
record Enterprise(Tongban tongban, String uscc, String idNumber, String handlerNumber, int serial) {
    static final String PLATFORM = Filings.PLATFORM;
    static final String IDENTITY = "/api/identity/v1";
    static final String REPRESENTATIVE = "陈海川";
    private static final String PASSWORD = "Quiet-Harb-47";
    private static final String HANDLER = "林小溪";

    String name() {
        return "示例装备" + serial + "有限公司";
    }

    private String phone() {
        return "139770%05d".formatted(serial);
    }

    private String handlerPhone() {
        return "139771%05d".formatted(serial);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode agreed(String agreement) {
        var version = Filings.ok(tongban.anonymous().get(PLATFORM + "/agreements/" + agreement))
                .json()
                .path("version")
                .asInt();
        var form = object().put("password", PASSWORD);
        form.putObject("agreement").put("id", agreement).put("version", version);
        return form;
    }

    /** The registry of businesses knows it, with a phone. */
    Enterprise inRegistry() {
        var csv = "uscc,name,formerNames,type,status,establishedOn,validTo,address,division,"
                + "registeredCapital,industry,legalRepName,legalRepIdType,legalRepIdNumber,phone,recordedOn\n"
                + "%s,%s,,有限责任公司,active,2010-03-03,,示例路1号,330108,1000,6510,%s,resident-id,%s,%s,2026-01-01\n"
                        .formatted(uscc, name(), REPRESENTATIVE, idNumber, phone());
        var admin = tongban.as("admin");
        var started = Filings.ok(admin.bytes(
                "POST", PLATFORM + "/registries/businesses/imports", csv.getBytes(StandardCharsets.UTF_8), "text/csv"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> admin.get(started.header("Location"))
                        .json()
                        .path("state")
                        .asText()
                        .equals("done"));
        return this;
    }

    /** Registers it and its handler, links both, and answers a caller that is signed in with its account. */
    Api linked() {
        var proof = Proofs.ofPhone(tongban, tongban.anonymous(), "person", "person-register", "+86" + handlerPhone());
        Filings.ok(tongban.anonymous()
                .post(
                        IDENTITY + "/persons",
                        agreed("identity.person")
                                .put("phone", handlerPhone())
                                .put("phoneProof", proof)
                                .put("name", HANDLER)
                                .put("idType", "resident-id")
                                .put("idNumber", handlerNumber)
                                .put("idValidFrom", "2018-05-20")
                                .put("idValidTo", "2038-05-20")));
        var own =
                Proofs.ofPhone(tongban, tongban.anonymous(), "organisation", "organisation-register", "+86" + phone());
        Filings.ok(tongban.anonymous()
                .post(
                        IDENTITY + "/organisations",
                        agreed("identity.organisation")
                                .put("legalPersonType", "enterprise")
                                .put("name", name())
                                .put("uscc", uscc)
                                .put("legalRepName", REPRESENTATIVE)
                                .put("legalRepIdNumber", idNumber)
                                .put("phone", phone())
                                .put("phoneProof", own)));
        tongban.letCodesAge(Duration.ofDays(2));
        var organisation = signedIn();
        var link = object().put("mode", "existing")
                .put("name", HANDLER)
                .put("idNumber", handlerNumber)
                .put(
                        "phoneProof",
                        Proofs.ofPhone(tongban, organisation, "organisation", "handler-link", "+86" + handlerPhone()));
        Filings.ok(organisation.post(IDENTITY + "/organisations/me/handler-links", link));
        return signedIn();
    }

    private Api signedIn() {
        var tokens = Filings.ok(tongban.anonymous()
                .post(
                        PLATFORM + "/sessions",
                        object().put("realm", "organisation").put("login", uscc).put("password", PASSWORD)));
        return tongban.withToken(Filings.value(tokens, "accessToken"));
    }

    /** Hands the verification of the unit in and answers its id; the phone of the representative is the registry's. */
    String verifies(Api by) {
        var document = (ObjectNode) Api.json("""
            {'unitType': 'enterprise', 'enterpriseType': 'private', 'enterpriseSize': 'small',
             'registeredAddress': '浙江省杭州市滨江区示例路1号', 'officeSameAsRegistered': true,
             'registeredCapital': '1000', 'industryCode': '39', 'contactName': '林小溪',
             'contactPhone': '0571-88886666', 'certificateLongTerm': true,
             'assets': {'totalCost': '8000', 'ipInvestment': '1200', 'netProfit': '900', 'productSales': '12000',
                'fixedAssets': '5000', 'outputValue': '13000', 'sellingExpenses': '600',
                'administrativeExpenses': '700', 'financialExpenses': '20', 'patentAssets': '300',
                'totalAssets': '20000', 'employees': 160}}
            """);
        document.put("uscc", uscc)
                .put("name", name())
                .put("legalRepName", REPRESENTATIVE)
                .put("certificate", file(by))
                .put("commitment", file(by));
        var verification = Filings.OWN + "/units/me/verification";
        Filings.ok(by.put(verification, document));
        var submitted = Filings.ok(by.post(verification + "/submission", object()));
        assertThat(submitted.json().path("state").asText()).isEqualTo("pending-review");
        return submitted.json().path("id").asText();
    }

    private static String file(Api by) {
        var pdf = SamplePdf.small();
        return Filings.value(
                Filings.ok(
                        by.bytes("POST", PLATFORM + "/files?slot=product-filing/certificate", pdf, "application/pdf")),
                "id");
    }

    /** The texts in an inbox. */
    static List<String> inbox(Api by) {
        return Filings.ok(by.get(PLATFORM + "/me/messages?limit=100"))
                .json()
                .path("items")
                .findValuesAsText("text");
    }
}
