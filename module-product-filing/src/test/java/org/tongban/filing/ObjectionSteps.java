package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.OWN;
import static org.tongban.filing.FilingSteps.PLATFORM;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.NewAccount;
import org.tongban.core.account.Realms;
import org.tongban.core.account.SampleAccounts;
import org.tongban.core.time.BusinessClock;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Browser;
import org.tongban.testkit.Checklists;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Rows;
import org.tongban.testkit.Tongban;

/** What people without an account, officers and units do about objections, over HTTP. */
final class ObjectionSteps {
    static final String PUBLIC = OWN + "/public/objections";
    static final String UNIT = OWN + "/objections";
    static final String NAME = "周明远";
    static final String EMAIL = "zhou.mingyuan@example.org";
    static final String ID_NUMBER = "11010519491231002X";
    /** The end of the ten working days of publicity that begin with a test. */
    static final String PUBLICITY_OVER = "2026-12-04T16:00:00Z";
    /** What the unit gets to read. */
    static final String TEXT = "有人反映所列专利并未用于该产品。";

    private static final int ROUND = 2090;
    private static final AtomicInteger COUNT = new AtomicInteger();

    final Tongban tongban;
    final RoundSteps rounds;
    final Api unit;
    final Api officer;
    private final String login;

    ObjectionSteps(Tongban tongban) {
        this.tongban = tongban;
        this.rounds = new RoundSteps(tongban, ROUND);
        this.unit = rounds.holder.api();
        this.login = login(null);
        this.officer = tongban.withToken(tongban.signIn(login));
        startDay();
    }

    /** What was objected so far came from other addresses: all tests are one. */
    void startDay() {
        Rows.change(tongban, "update product_filing.objection set address_index = decode('00', 'hex')");
    }

    /** One more officer for objections. */
    Api officer(@Nullable UUID organisation) {
        return tongban.withToken(tongban.signIn(login(organisation)));
    }

    private String login(@Nullable UUID organisation) {
        var login = "o" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        tongban.context()
                .getBean(SampleAccounts.class)
                .put(
                        Realms.STAFF,
                        login,
                        hash -> new NewAccount(
                                Realms.STAFF,
                                login,
                                hash,
                                false,
                                null,
                                organisation,
                                null,
                                null,
                                Set.of("objection-officer"),
                                null));
        return login;
    }

    /** One of staff who is bound to a province. */
    static Api staffOf(Tongban tongban, String role, String region) {
        return tongban.withToken(tongban.signIn(loginOf(tongban, role, region)));
    }

    static String loginOf(Tongban tongban, String role, String region) {
        var login = "s" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        tongban.context()
                .getBean(SampleAccounts.class)
                .put(
                        Realms.STAFF,
                        login,
                        hash -> new NewAccount(
                                Realms.STAFF, login, hash, false, null, null, null, region, Set.of(role), null));
        return login;
    }

    /** The same officer in a browser. */
    Browser officersBrowser() {
        return Browser.of(tongban, login);
    }

    UUID filed(String name) {
        return UUID.fromString(rounds.open(name));
    }

    /** A product that staff put into publicity yesterday: this is its first day. */
    UUID inPublicity(String name) {
        var product = rounds.open(name);
        var now = tongban.context().getBean(BusinessClock.class).now();
        tongban.clock().moveTo(now.minus(Duration.ofDays(1)));
        rounds.inPublicity(product);
        tongban.clock().moveTo(now);
        return UUID.fromString(product);
    }

    /** A product that was recognised when its publicity was over, which is now. */
    UUID recognised(String name) {
        var product = inPublicity(name);
        rounds.daily(PUBLICITY_OVER);
        return product;
    }

    static String phone() {
        return "137%08d".formatted(55_000_000 + COUNT.incrementAndGet());
    }

    String proof(String phone) {
        return Proofs.ofPhone(tongban, tongban.anonymous(), ProductFilingModule.REALM, "objection", "+86" + phone);
    }

    /** A form in which nothing is wrong. */
    ObjectNode form(UUID product, String phone) {
        ObjectNode form = (ObjectNode) Api.json("""
            {'objectorKind': 'person', 'grounds': ['patent-not-used', 'untrue'], 'truthDeclared': true}
            """);
        return form.put("objectorName", NAME)
                .put("objectorIdNumber", ID_NUMBER)
                .put("phone", phone)
                .put("phoneProof", proof(phone))
                .put("email", EMAIL)
                .put("productId", product.toString())
                .put("content", "我是周明远，该产品所列专利并未用于产品，第" + COUNT.incrementAndGet() + "次实测如此，请核实。");
    }

    Answer send(JsonNode form) {
        return tongban.anonymous().post(PUBLIC, form);
    }

    /** Objects and answers receipt and code. */
    JsonNode received(UUID product) {
        return right(send(form(product, phone())), 201).json();
    }

    Answer progress(String receipt, String code) {
        return tongban.anonymous().with("Follow-Up-Code", code).get(PUBLIC + "/progress?receiptNumber=" + receipt);
    }

    /** The receipt as PDF, of who has the code. */
    Answer receipt(String number, String code) {
        return tongban.anonymous().with("Follow-Up-Code", code).get(PUBLIC + "/receipt?receiptNumber=" + number);
    }

    /** What stands in a PDF, without the breaks of lines and of long words. */
    static String words(Answer pdf) throws IOException {
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        try (var document = Loader.loadPDF(pdf.body())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    String state(JsonNode receipt) {
        return right(
                        progress(
                                receipt.path("receiptNumber").asText(),
                                receipt.path("followUpCode").asText()),
                        200)
                .json()
                .path("state")
                .asText();
    }

    /** The path of the case of a receipt, claimed by an officer. */
    String claimed(Api by, String number) {
        var path = review(by, number);
        right(by.post(path + "/claim"), 200);
        return path;
    }

    static String review(Api by, String number) {
        var items = by.get(PLATFORM + "/reviews?number=" + number).json().path("items");
        return PLATFORM + "/reviews/" + items.path(0).path("id").asText();
    }

    /** The path of the objection itself, as its officer finds it in the case. */
    static String objection(Api by, String review) {
        return UNIT + "/" + by.get(review).json().path("subject").asText();
    }

    Answer decide(Api by, String review, String decision, String reason) {
        return by.post(
                review + "/decision",
                Checklists.ticked(
                        by, review, Api.json("{'decision': '%s', 'reason': '%s'}".formatted(decision, reason))));
    }

    /** Objects, and has it taken up and upheld; answers the path of the objection. */
    String upheld(UUID product) {
        var held = held(send(form(product, phone())));
        right(takeUp(held), 200);
        right(decide(officer, held.review(), "approve", "专利未用于该产品"), 200);
        return held.path();
    }

    static JsonNode request(String text, int... evidence) {
        ObjectNode body = (ObjectNode) Api.json("{'evidence': []}");
        for (int number : evidence) {
            body.withArray("evidence").add(number);
        }
        return body.put("text", text);
    }

    static Answer right(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer;
    }

    /** One that was received, with its case claimed. */
    record Held(String number, String code, String review, String path) {}

    Held held(Answer received) {
        var receipt = right(received, 201).json();
        var number = receipt.path("receiptNumber").asText();
        var review = claimed(officer, number);
        return new Held(number, receipt.path("followUpCode").asText(), review, objection(officer, review));
    }

    Held held(String product) {
        return held(send(form(inPublicity(product), phone())));
    }

    Answer takeUp(Held held) {
        return officer.post(held.path() + "/handling/taking-up");
    }

    Answer ask(Held held, String text, int... evidence) {
        return officer.post(held.path() + "/handling/statement-request", request(text, evidence));
    }

    Held asked(String product) {
        var held = held(product);
        right(takeUp(held), 200);
        right(ask(held, TEXT), 200);
        return held;
    }

    Answer stated(Held held) {
        return unit.post(held.path() + "/statement", Api.json("{'statement': '产品各型号均使用所列专利，详见检测报告。'}"));
    }

    String publicState(String product) {
        return tongban.anonymous()
                .get(PLATFORM + "/public/products/" + product)
                .json()
                .path("state")
                .asText();
    }

    List<String> told(String template, String words) {
        var channels = new ArrayList<String>();
        for (var message : tongban.outbox()) {
            if (message.path("template").asText().equals(template)
                    && message.path("text").asText().contains(words)) {
                channels.add(message.path("channel").asText());
            }
        }
        return channels;
    }

    /** What anybody is told by the number of the product's certificate. */
    JsonNode certificate(UUID product) {
        var number = rounds.shown(rounds.recognition(product.toString()))
                .json()
                .path("certificateNumber")
                .asText();
        return right(tongban.anonymous().get(OWN + "/public/recognitions/" + number), 200)
                .json();
    }
}
