package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.filing.UnitSteps.Member;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;

/** Patents that nobody else has: numbers, rows of the registry, units that hold them. */
public final class PatentSteps {
    public static final String PATENTS = FilingSteps.OWN + "/patents";
    public static final String NAMES = FilingSteps.OWN + "/patent-names";
    public static final String IMPORTS = FilingSteps.OWN + "/patent-imports";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String HEADER = "patentNumber,kind,title,holders,filedOn,grantedOn,legalStatus,statusOn\n";

    private final Tongban tongban;

    public PatentSteps(Tongban tongban) {
        this.tongban = tongban;
    }

    /** A unit that is verified, with the name that goes with its code. */
    public record Holder(String name, Member member) {
        public Api api() {
            return member.api();
        }
    }

    /** A unit that had these names before. */
    public Holder holder(String... formerNames) {
        var steps = new UnitSteps(tongban);
        var code = UnitSteps.uscc();
        var organisation = tongban.context()
                .getBean(OrganisationDirectory.class)
                .register(code, UnitSteps.nameOf(code), List.of(formerNames), "330000");
        return new Holder(UnitSteps.nameOf(code), steps.verified(organisation.id()));
    }

    /** The number of a utility model that no other test has. */
    public static String number() {
        return number('2');
    }

    public static String number(char kind) {
        var digits = "2020" + kind + "%07d".formatted(7_000_000 + COUNT.incrementAndGet());
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (2 + i % 8);
        }
        int check = sum % 11;
        return digits + "." + (check == 10 ? "X" : String.valueOf(check));
    }

    /** A row of the registry: a utility model that was granted. */
    public static String row(String number, String title, String holders) {
        return row(number, title, holders, "granted", "2021-01-05");
    }

    public static String row(String number, String title, String holders, String status, String on) {
        return "%s,utility-model,%s,%s,2020-03-02,2021-01-05,%s,%s\n".formatted(number, title, holders, status, on);
    }

    /** Puts rows into the registry of patents. */
    public void inRegistry(String... rows) {
        var admin = tongban.as("admin");
        var csv = HEADER + String.join("", rows);
        done(
                admin,
                admin.bytes(
                        "POST",
                        FilingSteps.PLATFORM + "/registries/patents/imports",
                        csv.getBytes(StandardCharsets.UTF_8),
                        "text/csv"));
    }

    /** The import of the unit's patents, carried through. */
    public void imported(Api unit) {
        done(unit, unit.post(IMPORTS));
    }

    public void done(Api caller, Answer started) {
        assertThat(started.status()).as(started.toString()).isEqualTo(202);
        done(caller, started.json().path("id").asText());
    }

    /** Waits until a job is over that nothing was wrong with. */
    public void done(Api caller, String id) {
        var job = FilingSteps.PLATFORM + "/jobs/" + id;
        await().atMost(Duration.ofSeconds(60))
                .until(() -> List.of("done", "failed")
                        .contains(caller.get(job).json().path("state").asText()));
        var ended = caller.get(job).json();
        assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("done");
        assertThat(ended.path("rejected").asInt()).as(ended.toString()).isZero();
    }

    /** The steps of a filing by a unit with two patents of its own, its figures not entered yet. */
    FilingSteps filing(Holder holder) {
        var shown = number();
        var hidden = number();
        inRegistry(row(shown, "一种示例仪器", holder.name()), row(hidden, "一种示例支架", holder.name()));
        imported(holder.api());
        return new FilingSteps(tongban, holder.api(), shown, hidden);
    }

    /** The same with the unit's figures. */
    FilingSteps withFigures(Holder holder) {
        var filing = filing(holder);
        var year = FilingSteps.OWN + "/assets/2025";
        var saved = filing.unit.with("If-Match", "*").put(year, Api.json("""
            {'totalCost': '86000', 'ipInvestment': '2150', 'netProfit': '320', 'productSales': '104000',
             'fixedAssets': '31000', 'outputValue': '110000', 'sellingExpenses': '5200',
             'administrativeExpenses': '4100', 'financialExpenses': '-12', 'patentAssets': '1800',
             'totalAssets': '152000', 'employees': 430}
            """));
        assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
        return filing;
    }

    /** A patent that a unit adds by hand, and how it holds it. */
    static ObjectNode held(String number, String acquisition) {
        return ((ObjectNode) Api.json("{}")).put("patentNumber", number).put("acquisition", acquisition);
    }

    /** One that another holds and lets the unit use from a day to another. */
    static ObjectNode licensed(Api unit, String number, String from, String to) {
        return held(number, "licence")
                .put("licensor", "东海大学")
                .put("licenceKind", "sole")
                .put("licenceFrom", from)
                .put("licenceTo", to)
                .put("licenceRecordNumber", "X2024330000123")
                .put("licenceProof", proof(unit));
    }

    /** A file that may prove a licence. */
    static String proof(Api by) {
        return FilingSteps.upload(by, "pdf-20", FilingSteps.pdf(), "application/pdf");
    }

    /** The id of a patent that the unit has added by hand. */
    static String added(Api unit, ObjectNode document) {
        var answer = unit.post(PATENTS, document);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    /** One that the registry does not know. */
    static ObjectNode typed(String number, String holder) {
        var document = held(number, "original")
                .put("title", "一种手工录入的装置")
                .put("kind", "utility-model")
                .put("filedOn", "2020-03-02")
                .put("legalStatus", "granted");
        document.putArray("holders").add(holder);
        return document;
    }
}
