package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Capacity;
import org.tongban.core.account.NewAccount;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.account.Persons;
import org.tongban.core.account.Realms;
import org.tongban.core.account.SampleAccounts;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Checklists;
import org.tongban.testkit.Tongban;

/** What units do until they are verified, each with a code and a phone that nobody else has. */
public final class UnitSteps {
    public static final String OWN = FilingSteps.OWN;
    public static final String PLATFORM = FilingSteps.PLATFORM;
    public static final String ME = OWN + "/units/me";
    public static final String JOINING = ME + "/joining";
    public static final String VERIFICATION = ME + "/verification";
    public static final String CHANGE = ME + "/change";
    public static final String REPRESENTATIVE_PHONE = "13912345678";

    private static final String CODES = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] INNER = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] OUTER = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Tongban tongban;

    public UnitSteps(Tongban tongban) {
        this.tongban = tongban;
    }

    /** A credit code that no other organisation has. */
    public static String uscc() {
        var body = "MB4%05d".formatted(COUNT.incrementAndGet());
        int inner = 0;
        for (int i = 0; i < INNER.length; i++) {
            inner += INNER[i] * Character.digit(body.charAt(i), 36);
        }
        int rest = 11 - inner % 11;
        var code = "91330108" + body + (rest == 10 ? "X" : rest == 11 ? "0" : String.valueOf(rest));
        int outer = 0;
        for (int i = 0; i < OUTER.length; i++) {
            outer += OUTER[i] * CODES.indexOf(code.charAt(i));
        }
        return code + CODES.charAt((31 - outer % 31) % 31);
    }

    public static String nameOf(String uscc) {
        return "示例仪器研究院" + uscc.substring(10, 16);
    }

    /** An account: its id, and a caller that is signed in with it. */
    public record Member(UUID id, String login, String phone, Api api) {}

    private Member member(String realm, @Nullable UUID organisation) {
        var login = "u" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        var phone = "+86135%08d".formatted(44_000_000 + COUNT.incrementAndGet());
        bean(SampleAccounts.class)
                .put(
                        realm,
                        login,
                        hash -> new NewAccount(
                                realm, login, hash, false, null, organisation, phone, null, Set.of(), null));
        var id = bean(Accounts.class).find(realm, login).orElseThrow().id();
        return new Member(id, login, phone, tongban.withToken(tongban.signIn(login)));
    }

    private <T> T bean(Class<T> type) {
        return tongban.context().getBean(type);
    }

    /** An account of this programme that nobody has verified. */
    public Member newcomer() {
        return member(ProductFilingModule.REALM, null);
    }

    /** The same account with the rights that it has now. */
    public Api again(Member member) {
        return tongban.withToken(tongban.signIn(member.login));
    }

    public UUID organisation(String uscc) {
        return bean(OrganisationDirectory.class)
                .register(uscc, nameOf(uscc), List.of(), "330000")
                .id();
    }

    /** An account of this programme, with a verified unit. */
    public Member verified(UUID organisation) {
        bean(FilingUnits.class).register(organisation, "sample");
        return member(ProductFilingModule.REALM, organisation);
    }

    /** Somebody who acts for the organisation by a sign-in that is not of this programme; staff's is the only other here. */
    public Member acting(UUID organisation) {
        var account = member(Realms.STAFF, organisation);
        bean(Accounts.class).actAs(account.id, bean(Persons.class).register("林小溪"), Capacity.HANDLER);
        return new Member(account.id, account.login, account.phone, again(account));
    }

    /** A document in which nothing is wrong. */
    public ObjectNode document(Api by, String uscc) {
        var document = (ObjectNode) Api.json("""
            {'unitType': 'research-institute', 'registeredAddress': '浙江省杭州市滨江区江南大道100号',
             'officeSameAsRegistered': true, 'registeredCapital': '500', 'industryCode': '39',
             'legalRepName': '陈海川', 'contactName': '林小溪', 'contactPhone': '0571-88886666',
             'certificateLongTerm': true,
             'assets': {'totalCost': '8000', 'ipInvestment': '1200', 'netProfit': '-900.5', 'productSales': '12000',
                'fixedAssets': '5000', 'outputValue': '13000', 'sellingExpenses': '600',
                'administrativeExpenses': '700', 'financialExpenses': '-20.5', 'patentAssets': '300',
                'totalAssets': '20000', 'employees': 160}}
            """);
        return document.put("uscc", uscc)
                .put("name", nameOf(uscc))
                .put("legalRepPhone", REPRESENTATIVE_PHONE)
                .put("certificate", file(by))
                .put("commitment", file(by));
    }

    public static String file(Api by) {
        return FilingSteps.upload(by, "certificate", FilingSteps.pdf(), "application/pdf");
    }

    public static Answer save(Api by, ObjectNode document) {
        var saved = by.put(VERIFICATION, document);
        assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
        return saved;
    }

    public static Answer submit(Api by, boolean takeover) {
        ObjectNode body = Api.json("{}").deepCopy();
        return by.post(VERIFICATION + "/submission", body.put("takeover", takeover));
    }

    /** The id of a verification that is in review. */
    public String pending(Api by, String uscc, boolean takeover) {
        save(by, document(by, uscc));
        var submitted = submit(by, takeover);
        assertThat(submitted.status()).as(submitted.toString()).isEqualTo(200);
        assertThat(submitted.json().path("state").asText()).isEqualTo("pending-review");
        return submitted.json().path("id").asText();
    }

    /** The path of the open case on a record, claimed by one of staff. */
    public String claimed(String subject, String reviewer) {
        var api = tongban.as(reviewer);
        for (var found : api.get(
                        PLATFORM + "/reviews?state=open&type=" + ProductFilingModule.VERIFICATION_REVIEW + "&limit=100")
                .json()
                .path("items")) {
            if (found.path("subject").asText().equals(subject)) {
                var review = PLATFORM + "/reviews/" + found.path("id").asText();
                var claim = api.post(review + "/claim");
                assertThat(claim.status()).as(claim.toString()).isEqualTo(200);
                return review;
            }
        }
        throw new AssertionError("no case for " + subject);
    }

    public Answer decided(String review, String reviewer, String decision) {
        var api = tongban.as(reviewer);
        return api.post(review + "/decision", Checklists.ticked(api, review, Api.json(decision)));
    }

    public void decide(String subject, String decision) {
        var decided = decided(claimed(subject, "reviewer"), "reviewer", decision);
        assertThat(decided.status()).as(decided.toString()).isEqualTo(200);
    }

    public void approve(String subject) {
        decide(subject, "{'decision': 'approve'}");
    }

    /** The texts of an account's inbox. */
    public static List<String> inbox(Api by) {
        return by.get(PLATFORM + "/me/messages?limit=100").json().path("items").findValuesAsText("text");
    }

    public static void awaitRefused(Api by) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> by.get(PLATFORM + "/me").status() == 401);
    }

    /** Puts an enterprise into the registry of businesses. */
    public void inRegistry(String uscc, String name, String phone) {
        var csv = "uscc,name,formerNames,type,status,establishedOn,validTo,address,division,"
                + "registeredCapital,industry,legalRepName,legalRepIdType,legalRepIdNumber,phone,recordedOn\n"
                + "%s,%s,,有限责任公司,active,2010-03-03,,示例路1号,330108,1000,6510,陈海川,,,%s,2026-01-01\n"
                        .formatted(uscc, name, phone);
        var admin = tongban.as("admin");
        var accepted = admin.bytes(
                "POST", PLATFORM + "/registries/businesses/imports", csv.getBytes(StandardCharsets.UTF_8), "text/csv");
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        JsonNode job = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> admin.get(accepted.header("Location")).json(),
                        found -> List.of("done", "failed")
                                .contains(found.path("state").asText()));
        assertThat(job.path("rejected").asInt()).as(job.toString()).isZero();
    }
}
