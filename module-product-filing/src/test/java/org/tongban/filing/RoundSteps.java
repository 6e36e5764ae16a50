package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.filing.FilingSteps.OWN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tongban.core.task.TaskBody;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Rows;
import org.tongban.testkit.Tongban;

/**
 * The steps of a recognition, as staff and a unit with patents of its own take them: in a round of the test's own, far ahead,
 * whose products are given figures of the year before it.
 */
final class RoundSteps {
    static final String ONE_PUBLIC_CORE = """
        {'indicator': '公开的核心专利', 'source': 'patents.publicCore', 'comparator': 'at-least', 'benchmark': '1',
         'hard': true, 'reason': '没有公开的有效核心专利'}
        """;

    private final Tongban tongban;
    final int year;
    final PatentSteps.Holder holder;
    final FilingSteps filing;
    final Api manager;
    private final PatentSteps patents;

    RoundSteps(Tongban tongban, int year) {
        this.tongban = tongban;
        this.year = begun(tongban, year);
        this.patents = new PatentSteps(tongban);
        this.holder = patents.holder();
        this.filing = patents.withFigures(holder);
        this.manager = tongban.as("filing-manager");
    }

    /** The steps of a unit that files as it likes. */
    RoundSteps(Tongban tongban, int year, PatentSteps.Holder holder, FilingSteps filing) {
        this.tongban = tongban;
        this.year = begun(tongban, year);
        this.patents = new PatentSteps(tongban);
        this.holder = holder;
        this.filing = filing;
        this.manager = tongban.as("filing-manager");
    }

    private RoundSteps(RoundSteps former, int year) {
        this.tongban = former.tongban;
        this.year = begun(tongban, year);
        this.patents = former.patents;
        this.holder = former.holder;
        this.filing = former.filing;
        this.manager = former.manager;
    }

    /** A round that has begun in any year: staff begin that of this year or the next alone. */
    static int begun(Tongban tongban, int year) {
        Rows.change(tongban, """
            insert into product_filing.round (
                   year, data_year, opens_on, closes_on, filing_deadline, version, changed_at)
            values (?, ?, make_date(?, 1, 1), make_date(?, 3, 31), make_date(?, 8, 31), 0, now())
            on conflict do nothing
            """, year, year - 1, year, year, year);
        return year;
    }

    /** The steps of the same unit in another round. */
    RoundSteps next(int later) {
        return new RoundSteps(this, later);
    }

    static Answer right(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer;
    }

    /** A filed product whose figures are of the round's data year; one of its two patents is hidden. */
    String half(String name) {
        return filed(name, filing.patents());
    }

    /** The same with public patents alone. */
    String open(String name) {
        var patents = filing.patents();
        patents.path("patents").forEach(link -> ((ObjectNode) link).put("publicAtFiling", true));
        return filed(name, patents);
    }

    String filed(String name, ObjectNode patents) {
        return filed(filing.product(name), patents);
    }

    String filed(ObjectNode product, ObjectNode patents) {
        var id = filing.draft();
        filing.save(id, "product", product);
        filing.save(id, "patents", patents);
        filing.save(id, "evidence", filing.evidence());
        right(filing.submit(id), 200);
        right(filing.decide(id, "{'decision': 'approve'}"), 200);
        figuresOf(id, year - 1);
        return id;
    }

    void figuresOf(String product, int dataYear) {
        Rows.change(
                tongban,
                "update product_filing.product set data_year = ? where id = ?",
                dataYear,
                UUID.fromString(product));
    }

    String round(String path) {
        return OWN + "/rounds/" + year + path;
    }

    /** Waits until a job of the manager's is over. */
    void done(String job) {
        patents.done(manager, job);
    }

    /** Takes the products of the round. */
    void intake() {
        var started = right(manager.post(round("/intake")), 202);
        patents.done(manager, started.json().path("id").asText());
    }

    /** The candidate that a product became. */
    String candidate(String product) {
        intake();
        return recognition(product);
    }

    String recognition(String product) {
        for (var found :
                holder.api().get(OWN + "/recognitions?limit=100").json().path("items")) {
            if (found.path("product").asText().equals(product)
                    && found.path("round").asInt() == year) {
                return found.path("id").asText();
            }
        }
        return "";
    }

    Answer enter(String criteria, String passMark) {
        return manager.post(
                round("/scorecards"),
                Api.json("{'title': '评价表', 'passMark': '" + passMark + "', 'criteria': [" + criteria + "]}"));
    }

    String scorecard(String criteria, String passMark) {
        return right(enter(criteria, passMark), 201).json().path("id").asText();
    }

    /** A run that is finished. */
    JsonNode run(String scorecard, boolean dry) {
        var started = right(
                manager.post(
                        round("/recognition-runs"), Api.json("{'scorecard': '" + scorecard + "', 'dry': " + dry + "}")),
                202);
        patents.done(manager, started.json().path("job").asText());
        return manager.get(
                        OWN + "/recognition-runs/" + started.json().path("id").asText())
                .json();
    }

    /** Waits until a run that was started elsewhere is over. */
    void finished(String run) {
        var path = OWN + "/recognition-runs/" + run;
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !manager.get(path).json().path("finishedAt").isMissingNode());
    }

    Answer decideByRun(String run) {
        return manager.post(OWN + "/recognition-runs/" + run + "/decision");
    }

    void decidedByRun(JsonNode run) {
        var started = right(decideByRun(run.path("id").asText()), 202);
        var job = started.json().path("id").asText();
        patents.done(manager, job);
        var progress = manager.get(FilingSteps.PLATFORM + "/jobs/" + job).json();
        assertThat(progress.path("total").asLong())
                .isEqualTo(progress.path("done").asLong());
    }

    Answer decide(String recognition, String decision) {
        return manager.post(OWN + "/recognitions/" + recognition + "/decision", Api.json(decision));
    }

    /** A candidate that staff put into publicity at the moment. */
    String inPublicity(String product) {
        var recognition = candidate(product);
        right(decide(recognition, "{'decision': 'publicity'}"), 200);
        return recognition;
    }

    Answer shown(String recognition) {
        return right(holder.api().get(OWN + "/recognitions/" + recognition), 200);
    }

    String state(String recognition) {
        return shown(recognition).json().path("state").asText();
    }

    void at(String moment) {
        tongban.clock().moveTo(Instant.parse(moment));
    }

    /** Runs the daily task at the moment. */
    void daily(String moment) {
        task("run-recognitions", moment);
    }

    /** Runs a task of the module at the moment. */
    void task(String name, String moment) {
        at(moment);
        tongban.context().getBeansOfType(TaskBody.class).stream()
                .filter(task -> task.task().equals("product-filing." + name))
                .forEach(TaskBody::run);
    }

    /** The number of the unit's case about a record. */
    String caseNumber(String subject) {
        for (var found : holder.api()
                .get(FilingSteps.PLATFORM + "/me/cases?limit=100")
                .json()
                .path("items")) {
            if (found.path("subject").asText().equals(subject)) {
                return found.path("number").asText();
            }
        }
        throw new AssertionError("no case of " + subject);
    }

    /** The path of the case by which the unit has a decision on the record looked at again, as another officer finds it. */
    String lookedAtAgain(String subject, Api other) {
        var asked = (ObjectNode) Api.json("{'reason': '情况与年报一致，请再核对一次。'}");
        right(
                holder.api()
                        .post(
                                FilingSteps.PLATFORM + "/me/re-examinations",
                                asked.put("caseNumber", caseNumber(subject))),
                201);
        for (var found : other.get(FilingSteps.PLATFORM + "/reviews?kind=re-examination&state=open&limit=100")
                .json()
                .path("items")) {
            if (found.path("subject").asText().equals(subject)) {
                return FilingSteps.PLATFORM + "/reviews/" + found.path("id").asText();
            }
        }
        throw new AssertionError("no re-examination of " + subject);
    }

    /** What the unit was told. */
    List<String> told() {
        return UnitSteps.inbox(holder.api());
    }
}
